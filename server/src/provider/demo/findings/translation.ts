import { PHRASES, TONGUES, TONGUE_NAMES, type Tongue } from '../knowledge/phrases.js'
import { enumerate, plain, quote, sentenceCase } from '../kit/quote.js'
import type { Finder, Finding } from './finding.js'

const bare = (text: string) =>
  text
    .toLowerCase()
    .replace(/[\s.,!?¿¡。，！？’']+/g, ' ')
    .trim()

/** A phrase of the phrase book, in the language asked for or in all of them. */
export const translation: Finder = ({ kind, topic, language, subject }) => {
  if (kind !== 'translate') return undefined
  const text = bare(topic)
  const phrase = PHRASES.find((entry) =>
    TONGUES.some((tongue) => text.includes(bare(entry[tongue]))),
  )
  const target = targetTongue(topic)
  if (!phrase) return unknownPhrase(subject, language)
  const source =
    TONGUES.find((tongue) => tongue !== target && text.includes(bare(phrase[tongue]))) ?? 'en'
  const into = target ?? (source === 'zh' ? 'en' : 'zh')
  const others = [into, ...TONGUES.filter((tongue) => tongue !== source && tongue !== into)]
  const name = (tongue: Tongue) => TONGUE_NAMES[tongue][language]
  const said = quote(phrase[source], language)
  const result = sentenceCase(phrase[into])
  return {
    known: true,
    title: sentenceCase(phrase[source]),
    gist:
      language === 'zh'
        ? `${said}译成${name(into)}是：“${result}”。`
        : `${said} in ${name(into)} is “${result}”.`,
    because:
      language === 'zh'
        ? '这是常用的说法；语气正式还是随意，会影响选词。'
        : 'It is the everyday form; how formal you are may call for another word.',
    points: others.map((tongue) =>
      language === 'zh'
        ? `${name(tongue)}：${phrase[tongue]}`
        : `${name(tongue)}: ${phrase[tongue]}`,
    ),
    table: {
      head: language === 'zh' ? ['语言', '说法'] : ['Language', 'Phrase'],
      rows: others.map((tongue) => [name(tongue), phrase[tongue]]),
    },
  }
}

/** The language named last with a "to" before it, or the last one named at all. */
function targetTongue(text: string): Tongue | undefined {
  const wanted = /(?:\b(?:in|into|to)\s+|译[成为]|用)\s*(\p{L}+)/giu
  const named = [...text.matchAll(wanted)].map((found) => found[1] ?? '').reverse()
  const tongueOf = (name: string) => TONGUES.find((tongue) => TONGUE_NAMES[tongue].match.test(name))
  return named.map(tongueOf).find(Boolean) ?? tongueOf(text)
}

function unknownPhrase(subject: string, language: 'en' | 'zh'): Finding {
  const all = enumerate(
    TONGUES.map((tongue) => TONGUE_NAMES[tongue][language]),
    language,
  )
  if (language === 'zh')
    return {
      known: false,
      title: `翻译：${plain(subject, 30)}`,
      gist: `离线的我只有一本小小的短语手册，里面没有${quote(subject, 'zh')}这一句。`,
      because: `手册收录了${PHRASES.length}句问候和旅行用语，涵盖${all}。`,
      points: ['先定语气：正式还是随意。', '再定对象：对谁说。', '最后请母语者读一遍。'],
    }
  return {
    known: false,
    title: `Translating ${plain(subject, 30)}`,
    gist: `Offline I only have a small phrase book, and ${quote(subject, 'en')} is not in it.`,
    because: `The book holds ${PHRASES.length} greetings and travel phrases in ${all}.`,
    points: [
      'Settle the tone first: formal or casual.',
      'Then the listener: who is spoken to changes the words.',
      'Let a native speaker read the result.',
    ],
  }
}
