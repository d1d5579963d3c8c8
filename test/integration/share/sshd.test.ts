import { io } from 'socket.io-client'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startArena, type TestArena } from '../../support/test-arena.js'
import { TestPerson } from '../../support/test-person.js'
import { hasSshd, linkOf, startSshd, through, type Sshd } from '../../support/sshd.js'
import { sharedSite } from '../../support/shared-site.js'

describe.skipIf(!hasSshd)('through OpenSSH’s own server', () => {
  let sshd: Sshd
  let arena: TestArena
  let link: string

  beforeAll(async () => {
    sshd = await startSshd()
    arena = await startArena({ env: through(sshd) })
    link = await linkOf(arena)
  })
  afterAll(async () => {
    await arena.close()
    await sshd.close()
  })

  it('the pages and interfaces are there', async () => {
    expect(link).not.toBe(arena.url)
    expect((await fetch(`${link}/health/ready`)).status).toBe(200)
    const { headers } = await fetch(`${link}/`)
    expect(headers.get('content-type')).toMatch(/^text\/html/)
  })

  it('a battle runs and is voted over a websocket', async () => {
    const person = await TestPerson.arrive(link)
    const { conversationId, turn } = await person.does('conversation:start', {
      mode: 'battle',
      text: 'Why is the sky blue?',
    })
    await person.hears('turn:done')
    await person.does('vote:cast', { conversationId, turn, choice: 'a' })
    const { sides } = await person.hears('conversation:revealed')
    expect(Object.keys(sides)).toEqual(['a', 'b'])
    person.leave()
  })

  it('a socket that only polls works too', async () => {
    const { cookie } = await TestPerson.arrive(link)
    const socket = io(link, { extraHeaders: { cookie }, transports: ['polling'] })
    const reply: unknown = await socket.timeout(10_000).emitWithAck('leaderboard:watch', {})
    expect(reply).toMatchObject({ ok: true })
    socket.disconnect()
  })

  it('the link is an allowed origin, others are not', async () => {
    const { cookie } = await TestPerson.arrive(link)
    const ask = (origin: string) =>
      fetch(`${arena.url}/api/conversations/none`, {
        method: 'DELETE',
        headers: { cookie, origin },
      })
    expect((await ask(link)).status).toBe(404)
    expect((await ask('http://elsewhere.example')).status).toBe(403)
  })

  it('no header makes a visitor encrypted', async () => {
    for (const url of [link, arena.url]) {
      const headers = { 'x-forwarded-proto': 'https', 'x-forwarded-for': '203.0.113.9' }
      const { headers: answer } = await fetch(`${url}/api/site`, { headers })
      expect(answer.getSetCookie()[0]).toMatch(/^ringside_session=(?!.*Secure)/)
    }
  })
})

describe.skipIf(!hasSshd)('OpenSSH’s own server', () => {
  it('may die and come back, and is what visitors are seen by', async () => {
    const sshd = await startSshd()
    const site = await sharedSite(sshd.port, through(sshd))
    site.open()
    const first = await site.is('up')
    await fetch(first.url, { headers: { 'x-forwarded-for': '203.0.113.9' } })
    expect(site.visits).toEqual([{ address: '127.0.0.1', secure: false }])

    await sshd.stop()
    await site.is('retrying')
    await expect(fetch(first.url)).rejects.toThrow()
    await sshd.start()
    site.clock.advance(1_000)
    await expect.poll(() => site.share.state.state).toBe('up')
    const { url } = site.share.state as { url: string }
    expect((await fetch(url)).status).toBe(200)
    site.close()
    await expect(fetch(url)).rejects.toThrow()
    await sshd.close()
  })

  it('is told to be wrong about a user without the right key', async () => {
    const sshd = await startSshd()
    const site = await sharedSite(sshd.port, { ...through(sshd), SHARE_KEY_FILE: '' })
    site.open()
    expect((await site.is('refused')).reason).toMatch(/does not let .* in.*SHARE_KEY_FILE/)
    site.close()
    await sshd.close()
  })
})
