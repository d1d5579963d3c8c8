import type { ExportedAnswer, ExportedConversation, ExportedTurn } from '#shared/protocol/export'
import { SIDES, type Side } from '#shared/vocabulary'
import type { ExportWords } from './export-words.js'

/** A conversation as a document that people read. */
export function exportMarkdown(conversation: ExportedConversation, words: ExportWords): string {
  const { title, mode, createdAt, systemPrompt, turns, sides, vote } = conversation
  const blocks = [
    `# ${oneLine(title)}`,
    `${words.modes[mode]} · ${moment(createdAt)}`,
    ...(sides ? [] : [words.hidden]),
    ...(systemPrompt ? [`## ${words.systemPrompt}`, quoted(systemPrompt)] : []),
    ...turns.flatMap((turn) => turnBlocks(turn, conversation, words)),
    ...(vote ? [voteLine(vote, words)] : []),
  ]
  return `${blocks.join('\n\n')}\n`
}

function turnBlocks(
  { turn, text, images, answers, vote }: ExportedTurn,
  { sides, mode }: ExportedConversation,
  words: ExportWords,
): string[] {
  const headingOf = (side: Side): string => {
    const name = sides?.[side]?.name
    if (mode === 'direct') return name ?? words.answer
    const letter = `${words.model} ${side.toUpperCase()}`
    return name ? `${letter}${words.colon}${name}` : letter
  }
  return [
    `## ${words.prompt} ${turn}`,
    quoted(text),
    ...(images.length > 0 ? [words.pictures(images.length)] : []),
    ...SIDES.flatMap((side) => {
      const answer = answers[side]
      return answer ? [`### ${oneLine(headingOf(side))}`, ...answerBlocks(answer, words)] : []
    }),
    ...(vote ? [voteLine(vote, words)] : []),
  ]
}

function answerBlocks({ text, reasoning, status }: ExportedAnswer, words: ExportWords): string[] {
  return [
    ...(reasoning ? [`*${words.reasoning}*`, quoted(reasoning)] : []),
    ...(text.trim() ? [closed(text.trim())] : []),
    ...(words.states[status] ? [`*${words.states[status]}*`] : []),
  ]
}

const voteLine = ({ choice }: { choice: keyof ExportWords['choices'] }, words: ExportWords) =>
  `**${words.vote}${words.colon}${words.choices[choice]}**`

const oneLine = (text: string): string => text.replace(/\s+/gu, ' ').trim()

/** `2026-11-27 22:10 UTC`, the same wherever the server stands. */
const moment = (time: number): string =>
  `${new Date(time).toISOString().slice(0, 16).replace('T', ' ')} UTC`

/** What a person wrote can be told from what was answered, whatever stands in it. */
const quoted = (text: string): string =>
  text
    .trim()
    .split(/\r?\n/)
    .map((line) => `> ${line}`.trimEnd())
    .join('\n')

/** An answer that ends within a block of code would take all that follows into it. */
function closed(text: string): string {
  let fence = ''
  for (const line of text.split('\n')) {
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1]
    if (!mark) continue
    if (!fence) fence = mark
    else if (mark.startsWith(fence) && line.trim() === mark) fence = ''
  }
  return fence ? `${text}\n${fence}` : text
}
