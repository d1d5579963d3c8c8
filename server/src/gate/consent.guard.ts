import { Injectable, UseGuards, type CanActivate, type ExecutionContext } from '@nestjs/common'
import { visitorOf } from '../session/visitor.decorator.js'
import { Consent } from './consent.js'

@Injectable()
class ConsentGuard implements CanActivate {
  constructor(private readonly consent: Consent) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const { voterId } = visitorOf(context)
    if (voterId !== undefined) await this.consent.require(voterId)
    return true
  }
}

/** Only for who has agreed to the terms and the privacy notice, where this arena asks for it. */
export const Consented = (): MethodDecorator => UseGuards(ConsentGuard)
