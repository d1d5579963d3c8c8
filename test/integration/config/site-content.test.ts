import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { parseSettings } from '#server/config/parse-settings'
import { SiteContent } from '#server/config/site-content'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ringside-pages-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const put = (name: string, text: string | Buffer) => writeFileSync(join(folder, name), text)
const open = (env: Record<string, string> = { PAGES_DIR: folder }) =>
  SiteContent.open(parseSettings(env, {}, folder))

async function reread(content: SiteContent): Promise<void> {
  const read = await content.read()
  if (!read.ok) throw new Error('faults')
  content.take(read.content)
}

describe('the words of the pages', () => {
  it('are our own where there are none, in English and in Chinese', async () => {
    const content = await open({})
    expect(content.page('terms')).toMatchObject({ own: false, language: 'en' })
    expect(content.page('terms', 'fr').markdown).toMatch(/^# Terms of use\n/)
    expect(content.page('privacy', 'zh-TW')).toMatchObject({ own: false, language: 'zh-CN' })
    expect(content.page('about', 'en').markdown).toBeUndefined()
  })

  it('say what this arena does with what it gets, as it is set up', async () => {
    const plain = (await open({})).page('privacy').markdown
    expect(plain).not.toMatch(/OpenAI|public link|By which code/)
    const env = { MODERATION: 'openai', MODERATION_API_KEY: 'k', ACCESS: 'code' }
    const told = (await open(env)).page('privacy').markdown
    expect(told).toMatch(/OpenAI/)
    expect(told).toMatch(/By which code/)
    expect(plain).not.toMatch(/days after its last prompt/)
    for (const [language, words] of [
      ['en', 'at most 90 days after its last prompt'],
      ['zh', '最后一次提问后的 90 天'],
    ] as const) {
      const kept = (await open({ RETENTION_DAYS: '90' })).page('privacy', language).markdown
      expect(kept).toContain(words)
    }
    const shared = (await open({ SHARE: 'on' })).page('privacy', 'zh').markdown
    expect(shared).toMatch(/公开链接/)
  })

  it.each([
    ['terms.md, terms.de.md, terms.zh-CN.md', 'zh-CN', 'terms.zh-CN.md'],
    ['terms.md, terms.de.md, terms.zh-CN.md', 'zh-TW', 'terms.zh-CN.md'],
    ['terms.md, terms.de.md', 'fr', 'terms.md'],
    ['terms.de.md, terms.en.md', 'fr', 'terms.en.md'],
    // What the operator says holds, in whichever language it was said.
    ['terms.de.md', 'en', 'terms.de.md'],
  ])('of %s a reader of %s gets %s', async (files, language, expected) => {
    for (const name of files.split(', ')) put(name, `From ${name}`)
    const { own, markdown } = (await open()).page('terms', language)
    expect([own, markdown]).toEqual([true, `From ${expected}`])
  })

  it('are refused with every fault, by path', async () => {
    put('terms.md', '  \n')
    put('privacy.md', Buffer.from([0x66, 0xff, 0xfe]))
    put('about.md', 'x'.repeat(200_001))
    put('term.md', 'a slip of the pen')
    await expect(open()).rejects.toMatchObject({
      exitCode: 78,
      faults: [
        { path: join(folder, 'about.md'), message: 'expected at most 200000 bytes' },
        { path: join(folder, 'privacy.md'), message: 'expected text in UTF-8' },
        { path: join(folder, 'terms.md'), message: 'this file is empty' },
      ],
    })
    await expect(open({ PAGES_DIR: join(folder, 'nowhere') })).rejects.toThrow(/PAGES_DIR.*ENOENT/)
  })

  it('warn of a file that is not used', async () => {
    put('term.md', 'a slip of the pen')
    expect((await open()).warnings).toEqual([
      { path: join(folder, 'term.md'), message: 'not used: expected one of about, terms, privacy' },
    ])
  })

  it('have another version when terms or privacy change, and not when about does', async () => {
    const content = await open()
    const ours = content.version
    put('about.md', 'We')
    await reread(content)
    expect(content.version).toBe(ours)
    const seen = new Set([ours])
    for (const [name, text] of [
      ['terms.md', 'One'],
      ['terms.md', 'Two'],
      ['terms.zh-CN.md', 'Two'],
      ['privacy.md', 'Two'],
    ] as const) {
      put(name, text)
      await reread(content)
      expect(seen).not.toContain(content.version)
      seen.add(content.version)
    }
  })
})
