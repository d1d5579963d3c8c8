import type { Choice } from '#shared/vocabulary'
import type { Imported, ImportedText } from '../../domain/voting/imported-vote.js'
import { shown, type Row } from '../rate-battle.js'

/** Lines of a vote on two models; all others (chat, upvote, share ...) bring none. */
const CHOICE_OF = new Map<unknown, Choice>([
  ['leftvote', 'a'],
  ['rightvote', 'b'],
  ['tievote', 'tie'],
  ['bothbad_vote', 'both_bad'],
])

/** What the predecessor wrote in place of names that the voter did not know. */
const isHidden = (name: unknown): boolean =>
  name === '' || name === 'Model A' || name === 'Model B' || /^<h3>/.test(String(name))

/** What the predecessor put into an answer that did not come to its end. */
const BROKEN = [
  '▌',
  '<span class="cursor">',
  'NETWORK ERROR DUE TO HIGH TRAFFIC',
  '$MODERATION$',
  'API REQUEST ERROR',
]

interface Said {
  name: string
  id: string
  prompts: string[]
  answers: string[]
  pictures: number
}

/**
 * A line of the predecessor's log of conversations (YYYY-MM-DD-conv.json). Only its votes on two hidden
 * models count: one that was cast again after the names had been shown carries them in `models`.
 */
export function readLogLine(row: Row): Imported {
  const choice = CHOICE_OF.get(row.type)
  if (!choice) return { skipped: 'no_vote' }
  const { models, states } = row
  if (!Array.isArray(models) || models.length !== 2) {
    throw new SyntaxError(`models is ${shown(models)}, which is not two names`)
  }
  if (!Array.isArray(states) || states.length !== 2) {
    throw new SyntaxError('states is missing, or not the conversations of two models')
  }
  if (!models.every(isHidden)) return { skipped: 'named' }
  const [a, b] = [saidIn(states[0]), saidIn(states[1])]
  if (a.name === b.name) return { skipped: 'same_model' }
  const answers = [...a.answers, ...b.answers]
  if (a.answers.length === 0 || b.answers.length === 0 || answers.some(isBroken)) {
    return { skipped: 'unfinished' }
  }
  const text: ImportedText = {
    prompts: a.prompts,
    pictures: a.pictures,
    answers: { a: a.answers, b: b.answers },
  }
  return {
    vote: {
      battle: a.id,
      ...(typeof row.ip === 'string' && row.ip !== '' && { voter: row.ip }),
      modelA: { name: a.name },
      modelB: { name: b.name },
      choice,
      turn: Math.max(1, a.prompts.length),
      ...(typeof row.tstamp === 'number' && { castAt: Math.round(row.tstamp * 1000) }),
      text,
    },
  }
}

const isBroken = (answer: string): boolean =>
  answer === '' || BROKEN.some((mark) => answer.includes(mark))

/** What was said after the examples of the template, users and model in turns. */
function saidIn(state: unknown): Said {
  const { model_name: name, conv_id: id, messages, offset } = (state ?? {}) as Row
  if (typeof name !== 'string' || name === '') {
    throw new SyntaxError(`model_name is ${shown(name)}, which is no name`)
  }
  if (typeof id !== 'string' || id === '') {
    throw new SyntaxError(`conv_id is ${shown(id)}, which is no id`)
  }
  if (!Array.isArray(messages)) throw new SyntaxError('messages is missing, or not a list')
  const said: Said = { name, id, prompts: [], answers: [], pictures: 0 }
  const own = (messages as unknown[]).slice(typeof offset === 'number' ? offset : 0)
  for (const [i, message] of own.entries()) {
    const content: unknown = Array.isArray(message) ? message[1] : undefined
    const [text, pictures] = Array.isArray(content) ? (content as unknown[]) : [content, []]
    const into = i % 2 === 0 ? said.prompts : said.answers
    into.push(typeof text === 'string' ? text : '')
    if (Array.isArray(pictures)) said.pictures += pictures.length
  }
  return said
}
