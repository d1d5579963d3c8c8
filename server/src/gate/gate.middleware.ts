import { Injectable } from '@nestjs/common'
import type { NextFunction, Request, Response } from 'express'
import { answerError } from '../edge/answer-error.js'
import type { VoterRequest } from '../session/session.middleware.js'
import { Gate, accessRequired } from './gate.js'

/** What has a lock of its own, or lets in, or has to be read before somebody comes in. */
const OPEN = /^\/(health|metrics|api\/admin|api\/access|api\/pages\/(terms|privacy))(\/|$)/
const INTERFACE = /^\/api(\/|$)/

/** Closes every address of the interface to those without a code; pages themselves say nothing. */
@Injectable()
export class GateMiddleware {
  constructor(private readonly gate: Gate) {}

  async use(request: Request, response: Response, next: NextFunction): Promise<void> {
    // As Express routes: an address in capitals is the same address.
    const path = request.path.toLowerCase()
    if (!this.gate.closed || !INTERFACE.test(path) || OPEN.test(path)) return next()
    const { voterId } = request as VoterRequest
    if (await this.gate.admits(voterId)) return next()
    answerError(response, accessRequired())
  }
}
