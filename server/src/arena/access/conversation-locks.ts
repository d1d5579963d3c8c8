import { Injectable } from '@nestjs/common'
import { KeyedLock } from './keyed-lock.js'

/** Commands on one conversation come one after the other: a prompt cannot slip in beside a vote. */
@Injectable()
export class ConversationLocks extends KeyedLock {}
