import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { CheckerDown } from '#server/moderation/checker'
import { WordChecker } from '#server/moderation/word-checker'
import { parseWordList } from '#server/moderation/word-list'
import { WordMatcher } from '#server/moderation/word-matcher'

const finder = (list = '') => {
  const matcher = new WordMatcher(parseWordList(list))
  return (text: string) => matcher.finds(text)
}

describe('the built-in words', () => {
  const finds = finder()

  it.each([
    'What the fuck is this',
    'fuuuuuck',
    'what a b1tch',
    'ｆｕｃｋ',
    '你这个傻逼',
    '傻 逼',
    '傻*逼',
    '你他妈的到底懂不懂',
    '王\u200b八蛋',
  ])('are found in %j', (text) => expect(finds(text)).toBe(true))

  it.each([
    'Why is the sky blue?',
    'Explain the classic assassin bass class in Scunthorpe, Essex.',
    'How common is cancer of the anus or the vagina?',
    'What does the law say of rape and incest?',
    'The great tit and the cock are birds.',
    '请解释操作系统的进程调度',
    '爸爸妈妈的房子在哪里',
    '他妈妈的生日是哪天',
    '如何学习编程？',
    'def swap(a, b): return b, a',
    '',
  ])('are not found in %j', (text) => expect(finds(text)).toBe(false))
})

describe('the words of the operator', () => {
  const finds = finder(`
# of our own
Projekt Falke
秘密项目
Ünlü
a.b
!shit
!王八蛋
`)

  it.each([
    'about projekt falke?',
    'PROJEKT FALKE',
    '关于秘密项目的进展',
    '秘·密·项·目',
    'ünlü!',
    'a.b',
  ])('are found in %j', (text) => expect(finds(text)).toBe(true))

  it.each(['Projekt Falken', 'Ünlüler', 'axb', 'oh shit', '王八蛋'])(
    'are not found in %j',
    (text) => expect(finds(text)).toBe(false),
  )
})

describe('the file of words', () => {
  const submission = (text: string) => ({ text, images: [] })

  it('is read again when it was saved, and who has none uses the built-in words', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'ringside-words-'))
    const file = join(folder, 'words.txt')
    writeFileSync(file, 'falcon')
    utimesSync(file, 1, 1)
    const checker = new WordChecker(file)
    expect(await checker.refuses(submission('A falcon'))).toBe(true)
    writeFileSync(file, 'eagle')
    expect(await checker.refuses(submission('A falcon'))).toBe(false)
    expect(await checker.refuses(submission('An eagle'))).toBe(true)
    rmSync(folder, { recursive: true })
    await expect(checker.refuses(submission('An eagle'))).rejects.toThrow(CheckerDown)
    expect(await new WordChecker(undefined).refuses(submission('An eagle'))).toBe(false)
  })
})
