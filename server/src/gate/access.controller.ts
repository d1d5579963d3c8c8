import { Body, Controller, HttpCode, Post } from '@nestjs/common'
import { ApiTags } from '@nestjs/swagger'
import { AccessEntry } from '#shared/protocol/access'
import { SchemaPipe } from '../edge/schema.pipe.js'
import { RateLimits, type Visitor } from '../limits/rate-limits.js'
import { From } from '../session/visitor.decorator.js'
import { Gate } from './gate.js'

/** All who guess from this machine itself share one limit: no visitor is behind that address alone. */
const THIS_MACHINE = 'this machine'

@ApiTags('access')
@Controller('api/access')
export class AccessController {
  constructor(
    private readonly gate: Gate,
    private readonly limits: RateLimits,
  ) {}

  /** Lets this session in by a code. Only wrong ones count against the limit. */
  @Post()
  @HttpCode(204)
  async enter(
    @From() { voterId, address = THIS_MACHINE }: Visitor & { voterId: string },
    @Body(new SchemaPipe(AccessEntry)) { code }: AccessEntry,
  ): Promise<void> {
    await this.limits.take('codes', { voterId, address })
    await this.gate.enter(voterId, code)
    await this.limits.giveBack('codes', { voterId, address })
  }
}
