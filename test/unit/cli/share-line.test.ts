import { expect, it } from 'vitest'
import { shareLine } from '#server/cli/share-line'
import type { ShareState } from '#shared/protocol/admin'

const up: ShareState = { state: 'up', url: 'https://x.example' }
const retrying: ShareState = { state: 'retrying', reason: 'x is away.', nextAttemptAt: 1 }

it('tells the link, an outage once, and the link again', () => {
  const states: ShareState[] = [
    { state: 'connecting' },
    up,
    retrying,
    { state: 'connecting' },
    retrying,
    up,
    { state: 'off' },
  ]
  let before: ShareState | undefined
  const lines = states.flatMap((state) => {
    const line = shareLine(state, before)
    if (line !== undefined) before = state
    return line ?? []
  })
  expect(lines).toEqual([
    expect.stringContaining('https://x.example'),
    expect.stringContaining('down: x is away.'),
    expect.stringContaining('https://x.example'),
  ])
})

it('says that the arena goes on without a link', () => {
  expect(shareLine({ state: 'refused', reason: 'No key.' }, undefined)).toBe(
    'There is no public link: No key.\nThe arena goes on without it.',
  )
})
