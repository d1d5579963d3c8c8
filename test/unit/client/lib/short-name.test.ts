import { describe, expect, it } from 'vitest'
import { shortName } from '../../../../client/src/lib/short-name.js'

describe('the name of a file in a sentence', () => {
  it.each([
    ['cat.png', 'cat.png'],
    ['a'.repeat(36) + '.png', 'a'.repeat(36) + '.png'],
    [
      'Screenshot of the whole page_2026-11-28_001349.png',
      'Screenshot of the whole pag…8_001349.png',
    ],
    ['图'.repeat(60) + '.webp', `${'图'.repeat(27)}…${'图'.repeat(7)}.webp`],
  ])('%s', (name, short) => expect(shortName(name)).toBe(short))
})
