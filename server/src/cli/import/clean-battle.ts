import { LABELS, LANGUAGES, type Label, type Language } from '#shared/vocabulary'
import { startOf } from '../../domain/day.js'
import type { Imported, ImportedText, ImportedVote } from '../../domain/voting/imported-vote.js'
import { battleIn, type Row } from '../rate-battle.js'
import { metadataStyle } from './conv-metadata.js'

/** A row of clean_battle_*.json, of the public data sets made from it, or of our own export. */
export function readCleanBattle(row: Row): Imported {
  const { modelA, modelB, choice, blind, style } = battleIn(row)
  if (!blind) return { skipped: 'named' }
  if (modelA.name === modelB.name && modelA.version === modelB.version) {
    return { skipped: 'same_model' }
  }
  const found = style ?? metadataStyle(row.conv_metadata)
  return {
    vote: {
      modelA,
      modelB,
      choice,
      turn: typeof row.turn === 'number' && row.turn >= 1 ? Math.floor(row.turn) : 1,
      ...given('battle', textOf(row.battle_id) ?? textOf(row.question_id)),
      ...given('voter', textOf(row.judge) ?? textOf(row.judge_hash)),
      ...given('castAt', timeIn(row)),
      ...given('language', languageNamed(row.language)),
      ...given('labels', labelsIn(row)),
      ...given('style', found),
      ...given('drawProbability', chanceIn(row)),
      ...given('text', textIn(row)),
    },
  }
}

/** The field where the file has it. */
const given = <K extends keyof ImportedVote>(
  field: K,
  value: ImportedVote[K] | undefined,
): Partial<Pick<ImportedVote, K>> =>
  value === undefined ? {} : ({ [field]: value } as Pick<ImportedVote, K>)

const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined

/** Seconds in `tstamp`, as the predecessor has them, or a whole day. */
function timeIn({ tstamp, day }: Row): number | undefined {
  if (typeof tstamp === 'number' && Number.isFinite(tstamp)) return Math.round(tstamp * 1000)
  const at = typeof day === 'string' ? Date.parse(day) : Number.NaN
  return Number.isNaN(at) ? undefined : startOf(Math.floor(at / startOf(1)))
}

const labelsIn = ({ labels }: Row): Label[] | undefined =>
  Array.isArray(labels) ? LABELS.filter((label) => labels.includes(label)) : undefined

const chanceIn = ({ draw_probability: chance }: Row): number | undefined =>
  typeof chance === 'number' && chance > 0 && chance <= 1 ? chance : undefined

const ENGLISH_NAMES = new Intl.DisplayNames(['en'], { type: 'language' })
/** By code and by English name: the predecessor writes names. */
const BY_NAME = new Map<string, Language>(
  LANGUAGES.filter((code) => code !== 'unknown').flatMap((code) => [
    [code, code],
    [ENGLISH_NAMES.of(code) ?? code, code],
  ]),
)

const languageNamed = (name: unknown): Language | undefined =>
  typeof name === 'string' ? BY_NAME.get(name) : undefined

function textIn(row: Row): ImportedText | undefined {
  const [a, b] = [messagesOf(row.conversation_a), messagesOf(row.conversation_b)]
  if (a.length === 0 || b.length === 0) return undefined
  const by = (messages: typeof a, role: string) =>
    messages.filter((message) => message.role === role).map(({ content }) => content)
  return {
    prompts: by(a, 'user'),
    pictures: 0,
    answers: { a: by(a, 'assistant'), b: by(b, 'assistant') },
  }
}

const messagesOf = (value: unknown): { role: string; content: string }[] =>
  (Array.isArray(value) ? (value as unknown[]) : []).flatMap((message) => {
    const { role, content } = (message ?? {}) as Row
    return typeof role === 'string' && typeof content === 'string' ? [{ role, content }] : []
  })
