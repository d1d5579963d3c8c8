import { isStopWord } from '../kit/stop-words.js'
import { enumerate, plain } from '../kit/quote.js'
import { sentences, words } from '../kit/words.js'
import type { Finder } from './finding.js'

const REQUEST = /summari[sz]e|summary|tl;?dr|总结|概括|摘要|归纳/i

/** The most telling sentences of a text: those that share the most words with the rest of it. */
export const summary: Finder = ({ kind, topic, whole, refersTo, language }) => {
  if (kind !== 'summarise') return undefined
  const all = sentences(body(refersTo === undefined ? whole : topic).slice(0, 20_000))
  if (all.length < 3) return undefined
  const frequency = wordFrequency(all)
  const ranked = all
    .map((sentence, index) => ({
      sentence: plain(sentence, 240),
      index,
      weight: weigh(sentence, frequency),
    }))
    .sort((x, y) => y.weight - x.weight || x.index - y.index)
  const chosen = ranked.slice(0, 3).sort((x, y) => x.index - y.index)
  const common = [...frequency]
    .filter(([word]) => word.length > (language === 'zh' ? 1 : 3))
    .sort((x, y) => y[1] - x[1])
    .slice(0, 4)
    .map(([word]) => word)
  const key = enumerate(common, language)
  return {
    known: true,
    title: language === 'zh' ? `要点：${key}` : `Summary: ${key}`,
    gist: ranked[0]?.sentence ?? '',
    because:
      language === 'zh'
        ? `全文共 ${all.length} 句，出现最多的词是${key}；这里选的是与全文共有词最多的句子。`
        : `The text has ${all.length} sentences and speaks most of ${key}; these share the most words with the rest.`,
    points: chosen.map(({ sentence }) => sentence),
    table: {
      head: language === 'zh' ? ['词', '次数'] : ['Word', 'Times'],
      rows: common.map((word) => [word, String(frequency.get(word))]),
    },
  }
}

/** The text without the request to sum it up, which stands before or after it. */
function body(topic: string): string {
  const parts = topic.split(/(?<=[:：])\s+|\n+/)
  const [first = '', ...rest] = parts
  if (rest.length > 0 && REQUEST.test(first)) return rest.join('\n')
  return parts.filter((part) => !REQUEST.test(part) || part.length > 160).join('\n')
}

function wordFrequency(all: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const word of all.flatMap(telling)) counts.set(word, (counts.get(word) ?? 0) + 1)
  return counts
}

/** The mean weight of a sentence's words, so that length alone wins nothing. */
function weigh(sentence: string, frequency: Map<string, number>): number {
  const own = telling(sentence)
  const total = own.reduce((sum, word) => sum + (frequency.get(word) ?? 0), 0)
  return total / (own.length + 3)
}

const telling = (text: string) =>
  words(text)
    .map((word) => word.toLowerCase())
    .filter((word) => !isStopWord(word) && /\p{L}/u.test(word))
