import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { en } from '../../client/src/i18n/locales/en.js'
import { testBrowser } from '../support/browser.js'
import { hasSshd, linkOf, startSshd, through, type Sshd } from '../support/sshd.js'
import { startArena, type TestArena } from '../support/test-arena.js'
import { ask, button, sentence, untilVotable, voteButton, voteRow } from './arena-page.js'

describe.skipIf(!hasSshd)('the public link, over OpenSSH’s own server', () => {
  const browser = testBrowser()
  let sshd: Sshd
  let arena: TestArena

  beforeAll(async () => {
    sshd = await startSshd()
    arena = await startArena({ env: through(sshd) })
  })
  afterAll(async () => {
    await arena.close()
    await sshd.close()
  })

  it('is where a battle is fought and voted, and the board of somebody at home moves', async () => {
    const link = await linkOf(arena)
    const [visitor, home] = await Promise.all([browser.newPage(link), browser.newPage(arena.url)])
    const sockets: string[] = []
    visitor.on('websocket', (socket) => sockets.push(new URL(socket.url()).origin))
    await home.goto('/leaderboard')
    await home.getByRole('heading', { name: en.leaderboard.empty.title }).waitFor()

    await visitor.goto('/')
    await ask(visitor, 'Why is the sky blue?')
    await untilVotable(visitor)
    await voteButton(visitor, 'b').click()
    await voteRow(visitor)
      .getByText(sentence(en.vote.chosen, { choice: en.vote.b }))
      .waitFor()
    await button(visitor, en.reveal.newRound).waitFor()
    await home.getByRole('table').waitFor()
    expect(sockets).toContain(link.replace('http', 'ws'))
  })
})
