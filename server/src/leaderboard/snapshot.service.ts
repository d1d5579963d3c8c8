import { Injectable } from '@nestjs/common'
import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import type { Board, Slice } from '#shared/protocol/leaderboard'
import type { BoardSnapshot } from '#shared/protocol/board-snapshot'
import { version } from '../config/package-info.js'
import { Settings } from '../config/settings.js'
import { AppError } from '../domain/app-error.js'
import { dateOf } from '../domain/day.js'
import { RULES_VERSION } from '../domain/labels/label-rules.js'
import { Clock } from '../domain/ports.js'
import { Pseudonyms } from '../session/pseudonyms.js'
import { loadSessionSecret } from '../session/session-secret.js'
import { SnapshotRepository } from '../storage/boards/snapshot.repository.js'
import { BoardService } from './board.service.js'
import type { SliceSpec } from './slice-spec.js'
import { SliceVotes } from './slice-votes.js'
import { packVotes, type PackedVotes } from './votes-file/pack-votes.js'
import { VoteLines } from './votes-file/vote-lines.js'

const DAY_MS = 24 * 60 * 60 * 1000
/** New ones of all people together: each may keep a file of all votes. */
const MOST_A_DAY = 50

/** Boards as they stood when somebody cited them, with the votes that make the same board again. */
@Injectable()
export class SnapshotService {
  private readonly pseudonyms: Pseudonyms

  constructor(
    private readonly settings: Settings,
    private readonly clock: Clock,
    private readonly boards: BoardService,
    private readonly lines: VoteLines,
    private readonly snapshots: SnapshotRepository,
  ) {
    this.pseudonyms = new Pseudonyms(loadSessionSecret(settings))
  }

  /** The snapshot of the board as it stands, a new one only where there is none of the same votes. */
  async take(slice: Slice, voterId: string): Promise<BoardSnapshot> {
    if (slice.own) {
      throw new AppError('invalid_payload', 'own: the board of your own votes cannot be cited.')
    }
    // First of all: to find out whether it is known, all votes are read.
    if ((await this.snapshots.countSince(this.clock.now() - DAY_MS)) >= MOST_A_DAY) {
      throw new AppError(
        'rate_limited',
        'Too many boards were cited today. Try again tomorrow, or download this board as CSV.',
        { retryAfterMs: DAY_MS },
      )
    }
    const { snapshot, parts } = await this.make(slice, this.boards.spec(slice, voterId))
    const known = await this.snapshots.find(snapshot.id)
    if (known) return read(known)
    const { id, createdAt, votesHash } = snapshot
    const document = JSON.stringify(snapshot)
    await this.snapshots.put({ id, createdAt, votesHash, document }, parts)
    return snapshot
  }

  /** @throws AppError `not_found` */
  async find(id: string): Promise<BoardSnapshot> {
    return read(await this.row(id))
  }

  /**
   * The votes behind a snapshot as lines of JSON.
   * @throws AppError `not_found`
   */
  async votes(id: string): Promise<{ hash: string; file: Readable }> {
    const { votesHash } = await this.row(id)
    const packed = Readable.from(this.snapshots.votes(votesHash))
    return { hash: votesHash, file: packed.compose(createGunzip()) as Readable }
  }

  /** The board that its file of votes makes: not the one that is watched, which may be of other votes by now. */
  private async make(slice: Slice, spec: SliceSpec) {
    const votes = new SliceVotes(spec, this.clock.now())
    const packed = await packVotes(
      this.lines.of(spec, this.pseudonyms, (battles) => votes.add(battles)),
    )
    const board = await this.boards.boardOf(slice, spec, votes)
    return { snapshot: this.snapshotOf(board, packed, spec), parts: packed.parts }
  }

  private snapshotOf(
    board: Board,
    { hash, votes }: PackedVotes,
    { from }: SliceSpec,
  ): BoardSnapshot {
    const content = {
      votesHash: hash,
      votes,
      version,
      rulesVersion: RULES_VERSION,
      settings: {
        from: from === 0 ? null : dateOf(from),
        boardMinVotes: this.settings.boardMinVotes,
        modelMinVotes: this.settings.modelMinVotes,
      },
    }
    const { updatedAt: _, ...what } = board
    const digest = createHash('sha256')
      .update(JSON.stringify([what, content]))
      .digest()
    const id = digest.subarray(0, 16).toString('base64url')
    return { id, createdAt: this.clock.now(), ...content, board }
  }

  private async row(id: string) {
    const row = await this.snapshots.find(id)
    if (row) return row
    throw new AppError('not_found', 'There is no such snapshot of a leaderboard here.')
  }
}

const read = ({ document }: { document: string }): BoardSnapshot =>
  JSON.parse(document) as BoardSnapshot
