import { describe, expect, it } from 'vitest'
import { familyOf } from '#server/domain/identity/name-finder'
import { SelfNaming } from '#server/domain/identity/names-itself'
import { buildBenignTexts } from '../../support/identity/benign-texts.js'
import { buildSelfReveals } from '../../support/identity/self-reveals.js'
import { SeededRandom } from '../../support/seeded-random.js'

const naming = new SelfNaming([
  {
    name: 'house-model',
    modelName: 'corvus-7b-instruct',
    aliases: ['Corvus 7', 'Ravenmind'],
    organization: 'Nightjar Labs',
  },
])

const percent = (part: number, whole: number): string => `${((100 * part) / whole).toFixed(1)} %`

describe('an answer that names itself', () => {
  const reveals = buildSelfReveals(500, new SeededRandom(1))
  const benign = buildBenignTexts(1000, new SeededRandom(2))

  it('is found: at least 98 % of 500, held-out phrasings among them', () => {
    const missed = reveals.filter(({ text }) => !naming.found(text))
    const held = reveals.filter(({ heldOut }) => heldOut)
    const missedHeld = missed.filter(({ heldOut }) => heldOut)
    process.stdout.write(
      `self-reveals found: ${percent(500 - missed.length, 500)} of 500, ` +
        `${percent(held.length - missedHeld.length, held.length)} of ${held.length} in held-out phrasings\n`,
    )
    expect(missed.length, missed.map(({ text }) => text).join('\n')).toBeLessThanOrEqual(10)
  })

  it('is not mistaken for a text about models: at most 1 % of 1,000', () => {
    const mistaken = benign.filter((text) => naming.found(text))
    process.stdout.write(`benign texts mistaken: ${percent(mistaken.length, 1000)} of 1,000\n`)
    expect(mistaken.length, mistaken.join('\n')).toBeLessThanOrEqual(10)
  })

  it('is found by a name that only the model file knows', () => {
    expect(naming.found('Hello, I am Ravenmind.')).toBe(true)
    expect(naming.found('I am a model built by Nightjar Labs.')).toBe(true)
    expect(new SelfNaming([]).found('Hello, I am Ravenmind.')).toBe(false)
  })

  it.each([
    'I am "Claude".',
    '"I am ChatGPT."',
    'I am **`gpt-4o`**.',
    'i am claude, made by anthropic',
  ])('is found however it is set: %s', (text) => {
    expect(naming.found(text)).toBe(true)
  })

  it.each([
    ['gpt-4o-mini-2024-07-18', 'gpt'],
    ['meta-llama/Llama-3.1-8B', 'llama'],
    ['text-davinci-003', undefined],
    ['my-model', undefined],
    ['o1', undefined],
  ])('%s is of the family %s', (name, family) => {
    expect(familyOf(name)).toBe(family)
  })

  it('takes time in proportion to the text, whatever is in it', () => {
    const hostile = [
      'GPT ',
      'I am an ai ',
      'I am the the ',
      '我是',
      '"',
      'as a ',
      'my developers are ',
    ]
    for (const piece of hostile) {
      const time = (length: number) => {
        const text = piece.repeat(Math.ceil(length / piece.length))
        const started = performance.now()
        naming.found(text)
        return performance.now() - started
      }
      time(20_000)
      expect(time(200_000), piece).toBeLessThan(1000)
    }
  })
})
