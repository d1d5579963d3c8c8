import { describe, expect, it } from 'vitest'
import { cappedBy, samePrompts } from '#server/domain/voting/vote-caps'

const caps = { perHour: 400, perDay: 1_000, perDayPerAddress: 2_000, gapMs: 3_000, samePrompt: 3 }
const alone = { lastHour: 0, lastDay: 0, near: 0, addressDay: 0, samePrompt: 0 }

describe('a vote beside those that count', () => {
  it.each([
    [{}, null],
    [{ lastHour: 360, lastDay: 360, addressDay: 360 }, null],
    [{ lastHour: 399, lastDay: 999, addressDay: 1_999, samePrompt: 2 }, null],
    [{ near: 1 }, 'too_soon'],
    [{ samePrompt: 3 }, 'duplicate_prompt'],
    [{ lastHour: 400 }, 'voter_cap'],
    [{ lastDay: 1_000 }, 'voter_cap'],
    [{ addressDay: 2_000 }, 'address_cap'],
  ])('with %o is kept off by: %s', (counted, reason) => {
    expect(cappedBy({ ...alone, ...counted }, caps)).toBe(reason)
  })

  it('always counts where there is no cap', () => {
    const none = { perHour: 0, perDay: 0, perDayPerAddress: 0, gapMs: 0, samePrompt: 0 }
    const many = { lastHour: 9e9, lastDay: 9e9, near: 9, addressDay: 9e9, samePrompt: 9e9 }
    expect(cappedBy(many, none)).toBeNull()
  })
})

describe('the same prompts', () => {
  const asked = (text: string, images = '[]') => ({ text, images })
  it('are told apart by neither case nor width nor spaces', () => {
    const key = samePrompts([asked('What is 1+1?')])
    expect(samePrompts([asked(' what  is\n１+1？ ')])).toBe(key)
  })
  it.each([
    [[asked('what is 1-1?')]],
    [[asked('what is 1+1?', '["picture"]')]],
    [[asked('what is 1+1?'), asked('why?')]],
    [[]],
  ])('are others: %j', (prompts) => {
    expect(samePrompts(prompts)).not.toBe(samePrompts([asked('What is 1+1?')]))
  })
})
