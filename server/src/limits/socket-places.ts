import { Injectable } from '@nestjs/common'
import type { LimitScope } from '#shared/vocabulary'
import { Settings } from '../config/settings.js'
import type { AppError } from '../domain/app-error.js'
import { limitRefusal } from './limit-refusal.js'
import type { Visitor } from './rate-limits.js'

/** When a page may try again: a connection that broke without a word is noticed after so long. */
const RETRY_MS = 15_000
/** So many times its share, and nobody is told why any more. */
const PATIENCE = 2

export interface SocketPlace {
  /** Why this socket may not stay. */
  refusal?: AppError
  /** Whether it is not even to be told so: somebody opens more and more of them. */
  excessive: boolean
  /** To be called when its connection is gone. */
  leave(): void
}

/** Counts the open sockets of each session and address. */
@Injectable()
export class SocketPlaces {
  private readonly open: Record<LimitScope, Map<string, number>> = {
    session: new Map(),
    address: new Map(),
  }
  private readonly most: Record<LimitScope, number>

  constructor({ socketsPerSession, socketsPerAddress }: Settings) {
    this.most = { session: socketsPerSession, address: socketsPerAddress }
  }

  enter({ voterId, address }: Visitor): SocketPlace {
    const taken = [this.take('session', voterId), this.take('address', address)]
    const over = taken.find((each) => each.refused)
    let left = false
    return {
      ...(over && { refusal: limitRefusal('sockets', over.per, RETRY_MS) }),
      excessive: taken.some((each) => each.excessive),
      leave() {
        if (left) return
        left = true
        for (const { release } of taken) release()
      },
    }
  }

  private take(per: LimitScope, key: string | undefined) {
    const most = this.most[per]
    if (key === undefined || most === 0) {
      return { per, refused: false, excessive: false, release: () => undefined }
    }
    const open = this.open[per]
    const count = (open.get(key) ?? 0) + 1
    open.set(key, count)
    const release = (): void => {
      const left = (open.get(key) ?? 1) - 1
      if (left > 0) open.set(key, left)
      else open.delete(key)
    }
    return { per, refused: count > most, excessive: count > most * PATIENCE, release }
  }
}
