import { LanguageDetector } from '#server/arena/labelling/language-detector'
import { languageOf, type DetectLanguage } from '#server/domain/labels/prompt-language'
import { beforeAll, describe, expect, it } from 'vitest'

describe('the language of a prompt', () => {
  let detect: DetectLanguage
  beforeAll(async () => {
    detect = await new LanguageDetector().load()
  })

  it.each([
    ['en', 'Why is the sky blue during the day?'],
    ['de', 'Warum ist der Himmel am Tag eigentlich blau?'],
    ['fr', 'Pourquoi le ciel est-il bleu pendant la journée ?'],
    ['es', '¿Por qué el cielo es azul durante el día?'],
    ['ru', 'Почему небо голубое в течение дня?'],
    ['ar', 'لماذا السماء زرقاء خلال النهار؟'],
    ['zh', '为什么天空是蓝色的？'],
    ['zh', '你好'],
    ['zh', '請用 Python 寫一個排序函數'],
    ['ja', 'なぜ空は青いのですか'],
    ['ja', '東京の天気を教えて'],
    ['ko', '하늘은 왜 파란가요?'],
    [
      'en',
      'Explain this line to me:\n```python\nprint("bonjour le monde, comment allez-vous")\n```',
    ],
  ])('%s: %s', (language, prompt) => expect(languageOf(prompt, detect)).toBe(language))

  it.each([
    ['', 'nothing'],
    ['hi', 'one word'],
    ['ok bye', 'two words'],
    ['1 + 1 = 2', 'no letters'],
    ['```js\nconst answer = compute(the, whole, thing)\n```', 'code only'],
    ['https://example.org/what/is/this/about', 'an address'],
  ])('unknown: %j, %s', (prompt) => expect(languageOf(prompt, detect)).toBe('unknown'))

  it('is unknown where the detector is not sure, or knows one that we do not', () => {
    expect(languageOf('some words of nothing', () => '')).toBe('unknown')
    expect(languageOf('some words of nothing', () => 'tlh')).toBe('unknown')
  })
})
