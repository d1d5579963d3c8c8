import { plain, sentenceCase } from '../kit/quote.js'
import { terms } from '../kit/terms.js'
import type { Understanding } from '../kit/understand.js'
import type { Finder } from './finding.js'
import { CLOSINGS, IMAGES, MIDDLES, OPENINGS } from './poem-lines.js'

/** A short poem put together from lines that fit the matter. */
export const poem: Finder = (understanding, voice) => {
  if (understanding.kind !== 'poem') return undefined
  const { language, topic } = understanding
  const matter = matterOf(understanding)
  const opening = voice.pick(OPENINGS[language]).replace('{}', matter)
  const image = IMAGES.find(({ match }) => match.test(topic))?.line[language]
  const middle = image ?? voice.pick(MIDDLES[language])
  const closing = voice.pick(CLOSINGS[language])
  const verse = [sentenceCase(opening), middle, ...closing.split(/(?<=，)/)]
  const zh = language === 'zh'
  const lengths = verse.map(
    (line) => (zh ? line.match(/\p{L}/gu) : line.match(/[\p{L}’']+/gu))?.length ?? 0,
  )
  return {
    known: true,
    title: sentenceCase(matter),
    gist: verse.join(zh ? '' : ' / '),
    because: zh
      ? '首句点题，次句写景，末尾转到人。'
      : 'The first line names the matter, the second gives an image, the last turns to whoever looks.',
    points: zh
      ? [`题目是${matter}。`, '意象重于道理。', '结尾留白，由读者补上。']
      : [
          `It is about ${matter}.`,
          'An image says it, not an opinion.',
          'The end stays open for the reader.',
        ],
    formula: `\\ell = (${lengths.join(',\\,')}), \\qquad \\sum_i \\ell_i = ${lengths.reduce((x, y) => x + y, 0)}`,
    verse,
  }
}

const FORMS =
  /\b(?:haiku|poem|poetry|limerick|verse|sonnet|short|about|lines?)\b|俳句|绝句|诗|首|关于|短/gi

function matterOf({ topic, language, subject }: Understanding): string {
  const about = /\b(?:about|on|of)\s+(.+)$|关于(.+?)(?:的|写|$)/i.exec(topic.split('\n')[0] ?? '')
  const named = about?.[1] ?? about?.[2] ?? topic.replace(FORMS, ' ')
  const [first] = terms(named.replace(FORMS, ' '))
  return plain(first ?? subject, language === 'zh' ? 8 : 30)
}
