import { SetMetadata, UseGuards, applyDecorators } from '@nestjs/common'
import type { RateLimited } from '#shared/vocabulary'
import { LIMITED, LimitGuard } from './limit.guard.js'

/** What this event or route takes of the share of whoever asks. */
export const Limited = (of: RateLimited): MethodDecorator & ClassDecorator =>
  applyDecorators(SetMetadata(LIMITED, of), UseGuards(LimitGuard))
