import { describe, expect, it } from 'vitest'
import { chatHistory } from '#server/domain/conversation/chat-history'
import { checkImages, checkVision } from '#server/domain/conversation/image-rules'

describe('a history with pictures', () => {
  it('keeps each picture with its prompt, and joins those of an unanswered one to the next', () => {
    const turns = [
      { prompt: 'One', imageIds: ['a'], answer: 'Yes' },
      { prompt: 'Two', imageIds: ['b'], answer: '' },
      { prompt: 'Three', imageIds: ['c'] },
    ]
    expect(chatHistory(turns)).toEqual([
      { role: 'user', text: 'One', imageIds: ['a'] },
      { role: 'assistant', text: 'Yes' },
      { role: 'user', text: 'Two\n\nThree', imageIds: ['b', 'c'] },
    ])
  })

  it('does not mention pictures where there are none', () => {
    expect(chatHistory([{ prompt: 'One', imageIds: [] }])).toEqual([{ role: 'user', text: 'One' }])
  })
})

describe('what a conversation may show', () => {
  it('is twenty pictures', () => {
    expect(() => checkImages(16, 4)).not.toThrow()
    expect(() => checkImages(17, 4)).toThrow(/at most 20/)
  })

  const sees = { name: 'eagle', vision: true }
  const blind = { name: 'mole', vision: false }

  it('needs models that see, and names in a battle none that does not', () => {
    expect(() => checkVision([sees, sees], false, false)).not.toThrow()
    expect(() => checkVision([sees, blind], true, false)).toThrow(/^mole cannot see/)
    expect(() => checkVision([sees, blind], false, false)).toThrow(/^((?!mole|eagle).)*$/)
  })

  it('cannot go on without its pictures, so nobody is told to send it without', () => {
    expect(() => checkVision([sees, blind], true, true)).toThrow(/^mole can no longer see/)
    expect(() => checkVision([sees, blind], false, true)).toThrow(/start a new round/)
    for (const named of [true, false]) {
      expect(() => checkVision([sees, blind], named, true)).not.toThrow(/without the picture/)
    }
    expect(() => checkVision([sees, blind], false, true)).toThrow(/^((?!mole|eagle).)*$/)
  })
})
