import { describe, expect, it } from 'vitest'
import { exportFileName } from '#server/arena/history/export/export-file-name'
import { exportMarkdown } from '#server/arena/history/export/export-markdown'
import { EXPORT_WORDS } from '#server/arena/history/export/export-words'
import type { ExportedConversation } from '#shared/protocol/export'

const conversation = (overrides: Partial<ExportedConversation> = {}): ExportedConversation => ({
  conversationId: 'c',
  mode: 'battle',
  title: 'Why is\nthe sky blue?',
  createdAt: Date.UTC(2026, 10, 27, 22, 10, 30),
  turns: [
    {
      turn: 1,
      text: '# Why?\n\nPlease.',
      images: ['picture'],
      createdAt: 0,
      answers: {
        a: { text: 'Scattering.', status: 'done', reasoning: 'Think.\nMore.' },
        b: { text: 'Begun:\n```ts\nconst a = 1', status: 'stopped' },
      },
    },
  ],
  ...overrides,
})

describe('a conversation as Markdown', () => {
  it('tells what was asked from what was answered, and ends what was left open', () => {
    expect(exportMarkdown(conversation(), EXPORT_WORDS.en)).toBe(`# Why is the sky blue?

Battle · 2026-11-27 22:10 UTC

The models are not revealed.

## Prompt 1

> # Why?
>
> Please.

Pictures: 1 (not part of this file)

### Model A

*Reasoning*

> Think.
> More.

Scattering.

### Model B

Begun:
\`\`\`ts
const a = 1
\`\`\`

*Stopped before its end.*
`)
  })

  it('names the models and the vote where they are told, in Chinese too', () => {
    const told = conversation({
      sides: {
        a: { name: 'alpha', provider: 'openai' },
        b: { name: 'beta', provider: 'openai' },
      },
      vote: { choice: 'both_bad', final: true },
      systemPrompt: 'Be brief.',
    })
    const text = exportMarkdown(told, EXPORT_WORDS['zh-CN'])
    expect(text).not.toContain('尚未揭晓')
    expect(text).toContain('### 模型 A：alpha\n')
    expect(text).toContain('## 系统提示词\n\n> Be brief.\n')
    expect(text.endsWith('**你的投票：都不好**\n')).toBe(true)
  })

  it('closes only a block of code that is open', () => {
    const answer = (text: string) => {
      const turn = {
        ...conversation().turns[0]!,
        answers: { a: { text, status: 'done' as const } },
      }
      return exportMarkdown(conversation({ turns: [turn] }), EXPORT_WORDS.en).split(
        'Model A\n\n',
      )[1]
    }
    expect(answer('```\na\n```\nb')).toBe('```\na\n```\nb\n')
    expect(answer('````\n```\na')).toBe('````\n```\na\n````\n')
    expect(answer('~~~\na\n```')).toBe('~~~\na\n```\n~~~\n')
  })
})

describe('the name of a file', () => {
  it.each([
    ['Why is the sky blue?', 'Why is the sky blue.md'],
    ['../../etc/passwd', 'etc passwd.md'],
    ['..\\..\\a', 'a.md'],
    ['大海为什么是咸的？', '大海为什么是咸的？.md'],
    ['.hidden', 'hidden.md'],
    ['-rf $(rm) `x` | y; z', 'rf (rm) x y z.md'],
    ['a\u202Egnp.exe\0\r\nSet-Cookie: b', 'a gnp.exe Set-Cookie b.md'],
    ['NUL', 'conversation.md'],
    ['???', 'conversation.md'],
    ['', 'conversation.md'],
    ['x'.repeat(200), `${'x'.repeat(60)}.md`],
  ])('by %j is %s', (title, name) => {
    expect(exportFileName(title, 'md')).toBe(name)
  })

  it('fits into what file systems take, whatever the letters', () => {
    const name = exportFileName('🪐'.repeat(200), 'json')
    expect(Buffer.byteLength(name)).toBeLessThan(255)
    expect(name).toBe(`${'🪐'.repeat(60)}.json`)
  })
})
