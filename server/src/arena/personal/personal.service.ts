import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common'
import { Readable } from 'node:stream'
import type { PersonalCounts } from '#shared/protocol/personal'
import { AppError } from '../../domain/app-error.js'
import { Clock, IdSource } from '../../domain/ports.js'
import { ImageLibrary } from '../../images/image-library.js'
import { RealtimeServer } from '../../realtime/realtime-server.js'
import { PersonalRepository } from '../../storage/conversations/personal.repository.js'
import { ConsentRepository } from '../../storage/admin/consent.repository.js'
import { LogShedder } from '../../storage/database/log-shedder.js'
import { SnapshotService } from '../conversations/snapshot.service.js'
import { presentExport } from '../history/export/export.presenter.js'
import { Erasure } from '../history/erasure.js'
import { RoomHolds } from '../rooms/room-holds.js'
import { RoomStates } from '../rooms/room-states.js'
import { presentOwnVote } from './own-vote.presenter.js'
import { presentPicture } from './picture.presenter.js'

/** By then a browser has its new cookie, and its other tabs come back with it. */
const RENEWED_MS = 1_000

/** Everything of one person: how much there is, all of it as a file, and the end of it. */
@Injectable()
export class PersonalService implements OnModuleDestroy {
  private readonly logger = new Logger('Personal')
  private readonly waiting = new Set<() => void>()

  constructor(
    private readonly clock: Clock,
    private readonly ids: IdSource,
    private readonly personal: PersonalRepository,
    private readonly consents: ConsentRepository,
    private readonly erasure: Erasure,
    private readonly snapshots: SnapshotService,
    private readonly images: ImageLibrary,
    private readonly realtime: RealtimeServer,
    private readonly states: RoomStates,
    private readonly holds: RoomHolds,
    private readonly log: LogShedder,
  ) {}

  onModuleDestroy(): void {
    for (const cancel of this.waiting) cancel()
  }

  counts(voterId: string): Promise<PersonalCounts> {
    return this.personal.counts(voterId)
  }

  /** JSON with a conversation or a picture a line, made while it is read. */
  async everything(voterId: string): Promise<{ rows: number; lines: Readable }> {
    const conversations = await this.personal.conversations(voterId)
    const pictures = await this.personal.pictures(voterId)
    const lines = Readable.from(this.lines(voterId, conversations, pictures))
    return { rows: conversations.length + pictures.length, lines }
  }

  /**
   * Erases all of it. What another tab still did meanwhile is erased once more when all have been sent away
   * to come back as `heir`, the browser's next session.
   */
  async erase(voterId: string, heir: string): Promise<void> {
    const nobody = this.ids.next()
    await this.eraseOnce(voterId, nobody, heir)
    const cancel = this.clock.after(RENEWED_MS, () => {
      this.waiting.delete(cancel)
      this.realtime.disconnect(voterId)
      this.eraseOnce(voterId, nobody, heir).catch((error: unknown) => this.logger.error(error))
    })
    this.waiting.add(cancel)
  }

  private async eraseOnce(voterId: string, nobody: string, heir: string): Promise<void> {
    for (const id of await this.personal.conversations(voterId)) {
      await this.erasure.ofOwner(id, voterId).catch(unlessGone)
    }
    const rooms = await this.personal.rooms(voterId)
    await this.images.discard(await this.personal.forget(voterId, nobody, heir))
    for (const room of rooms) {
      this.states.gone(room, voterId)
      this.states.changed(room)
      await this.holds.review(room)
    }
    await this.log.shed()
  }

  private async *lines(
    voterId: string,
    conversations: readonly string[],
    pictures: readonly string[],
  ): AsyncGenerator<string> {
    yield '{"conversations":[\n'
    yield* listed(conversations, async (id) => {
      const joined = await this.snapshots.take(id, voterId).catch(unlessGone)
      return joined && presentExport(joined.snapshot)
    })
    yield '\n],"pictures":[\n'
    yield* listed(pictures, async (id) => {
      const picture = await this.images.read(id)
      return picture && presentPicture(id, picture)
    })
    const votes = (await this.personal.votes(voterId)).map(presentOwnVote)
    const consents = (await this.consents.of(voterId)).map(({ version, givenAt }) => ({
      ...{ version, givenAt },
    }))
    yield `\n],"votes":${JSON.stringify(votes)},"consents":${JSON.stringify(consents)}}\n`
  }
}

/** The members of a JSON list, one a line; what is gone meanwhile is left out. */
async function* listed(
  ids: readonly string[],
  read: (id: string) => Promise<object | undefined>,
): AsyncGenerator<string> {
  let first = true
  for (const id of ids) {
    const row = await read(id)
    if (!row) continue
    yield `${first ? '' : ',\n'}${JSON.stringify(row)}`
    first = false
  }
}

/** Deleted meanwhile, in another tab. */
function unlessGone(error: unknown): undefined {
  if (!(error instanceof AppError && error.code === 'not_found')) throw error
}
