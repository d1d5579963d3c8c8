import { io } from 'socket.io-client'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startArena, type TestArena } from '../../support/test-arena.js'
import { TestPerson } from '../../support/test-person.js'
import { hasSshd, linkOf, startSshd, through, type Sshd } from '../../support/sshd.js'
import { sharedSite } from '../../support/shared-site.js'
import { RED, aPicture, noise } from '../../support/pictures.js'
import { codeOf, post, upload } from '../arena/pictures.js'

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

  it('pictures are uploaded, and a cross-site form is not', async () => {
    const person = await TestPerson.arrive(link)
    const { id } = await upload(person, await aPicture(RED))
    const started = await person.does('conversation:start', {
      mode: 'battle',
      text: 'What is this?',
      imageIds: [id],
    })
    await person.hears('turn:done', (frame) => frame.conversationId === started.conversationId)
    const shown = await person.fetch(`/api/images/${id}`)
    expect([shown.status, shown.headers.get('content-type')]).toEqual([200, 'image/png'])
    const headers = { origin: 'http://elsewhere.example' }
    expect((await post(person, await aPicture(RED), { headers })).status).toBe(403)
    person.leave()
  })

  it('a large picture arrives whole, and one that is too large is refused in words', async () => {
    const person = await TestPerson.arrive(link)
    const large = await noise(1600, 1600)
    expect(large.length).toBeGreaterThan(4 * 1024 * 1024)
    expect(await upload(person, large)).toMatchObject({ width: 1600, height: 1600 })
    const response = await post(person, Buffer.alloc(11 * 1024 * 1024, 1))
    expect(await codeOf(response)).toBe('image_too_large')
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
