import { spawnSync } from 'node:child_process'
import { runInNewContext } from 'node:vm'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'
import { hear } from './stage.js'

const block = (text: string) => /^```(\w+)\n([\s\S]*?)\n```$/m.exec(text)

async function programFor(prompt: string): Promise<{ language?: string; source: string }> {
  const [, language, source = ''] = block((await hear('coder', prompt)).text) ?? []
  return { language, source }
}

/** What a script prints, one JSON value a line. */
function runScript(source: string): string[] {
  const lines: string[] = []
  const log = (...values: unknown[]) =>
    lines.push(
      values
        .map((value) =>
          typeof value === 'bigint'
            ? String(value)
            : JSON.stringify(
                value instanceof Object && 'entries' in value && !Array.isArray(value)
                  ? [...(value as Map<string, number>)]
                  : value,
              ),
        )
        .join(' '),
    )
  const javascript = ts.transpileModule(source, {
    compilerOptions: { target: ts.ScriptTarget.ES2023 },
  })
  // The arrays of another realm are no instances of ours, but their JSON is the same.
  runInNewContext(javascript.outputText, {
    console: { log, assert: (fine: boolean) => expect(fine).toBe(true) },
    setTimeout,
    clearTimeout,
  })
  return lines
}

const SCRIPTS: readonly [task: string, printed: string][] = [
  ['a function that reverses a string', '"desserts"'],
  ['a fibonacci function', '[0,1,1,2,3,5,8,13,21,34]'],
  ['a factorial function', '120'],
  ['a function to sort a list of numbers', '[1,2,5,10]'],
  ['a function that tests for a prime number', '[2,17]'],
  [
    'a fizzbuzz program',
    '"1\\n2\\nFizz\\n4\\nBuzz\\nFizz\\n7\\n8\\nFizz\\nBuzz\\n11\\nFizz\\n13\\n14\\nFizzBuzz"',
  ],
  ['a palindrome function', 'true'],
  ['a binary search function', '3'],
  ['a function that merges overlapping time intervals', '[[1,4],[5,8]]'],
]

describe.each(['JavaScript', 'TypeScript'])('programs in %s', (language) => {
  it.each(SCRIPTS)('%s', async (task, printed) => {
    const program = await programFor(`Write ${task} in ${language}`)
    expect(program.language).toBe(language.toLowerCase())
    expect(runScript(program.source).at(-1)).toBe(printed)
  })

  it.each(['debounce function', 'function to read a CSV file', 'function for an HTTP request'])(
    'a %s has no error of syntax',
    async (task) => {
      const { source } = await programFor(`Write a ${task} in ${language}`)
      const { diagnostics } = ts.transpileModule(source, { reportDiagnostics: true })
      expect(diagnostics).toEqual([])
      expect(source.length).toBeGreaterThan(80)
    },
  )
})

const hasPython = spawnSync('python3', ['--version']).status === 0
const PYTHON: readonly [prompt: string, printed: string][] = [
  ['Write a function that reverses a string in Python', 'desserts'],
  ['Write a fibonacci function in Python', '[0, 1, 1, 2, 3, 5, 8, 13, 21, 34]'],
  ['Write a factorial function in Python', '120'],
  ['Sort a list in Python', '[1, 2, 5, 9]'],
  ['Write a prime test in Python', '[2, 3, 5, 7, 11, 13, 17, 19]'],
  ['Write a palindrome function in Python', 'True'],
  ['Write a binary search function in Python', '3'],
  ['Write a function to count words in Python', "[('to', 2), ('be', 2)]"],
  ['Write a Python function that merges overlapping intervals', 'all tests pass'],
  ['What is 17 * 23?', '391'],
  ['A bat and a ball cost 1.10 together; the bat costs 1.00 more than the ball.', '0.05 1.05'],
  ['What is 5! - 20?', '100'],
  ['What is 1/3 + 1/6 + 2?', '2.5'],
  ['Solve 2x + 3 = 11', '4.0'],
  ['Solve x^2 - 5x + 6 = 0', '(3+0j) (2+0j)'],
  ['What is 15% of 80?', '12.0'],
  ['convert 10 miles to km', '16.09344'],
  ['Compare TCP and UDP', 'TCP'],
  ['What is the capital of Peru?', '2. The country itself is called 秘鲁 in Chinese.'],
  ['写一首关于秋天的诗', ''],
]

describe.skipIf(!hasPython)('programs in Python', () => {
  it.each(PYTHON)('%s', async (prompt, printed) => {
    const { source } = await programFor(prompt)
    const run = spawnSync('python3', ['-'], {
      input: source,
      encoding: 'utf8',
      env: { PYTHONIOENCODING: 'utf-8' },
    })
    expect(run.stderr).toBe('')
    expect(run.stdout.trim().split('\n').at(-1)).toContain(printed)
  })
})

describe('other programs', () => {
  it('are in Go where Go was asked for', async () => {
    const { language, source } = await programFor('用 Go 写一个判断素数的函数')
    expect(language).toBe('go')
    expect(source).toContain('func isPrime(n int) bool')
  })

  it('are in SQL for a query', async () => {
    const { language, source } = await programFor('Write a SQL query for the top customers')
    expect(language).toBe('sql')
    expect(source).toContain('ORDER BY turnover DESC')
  })

  it.each(['thorough', 'coder'] as const)('say so where %s has no such language', async (who) => {
    const { text } = await hear(who, 'Write a function that reverses a string in Rust')
    expect(text).toContain('```python')
    expect(text).toContain('I do not have it in Rust')
  })

  it('take names and parameters from the prompt', async () => {
    const { source } = await programFor(
      'Write a TypeScript function that takes a width and a height and validates rectangle sizes',
    )
    expect(source).toContain('function validatesRectangleSizes(width: unknown, height: unknown)')
    expect(ts.transpileModule(source, { reportDiagnostics: true }).diagnostics).toEqual([])
  })

  it.each(['Python', 'JavaScript', 'Go'])('outline an unknown task in %s', async (name) => {
    const { language, source } = await programFor(
      `Write a function that parses moon calendars in ${name}`,
    )
    expect(language).toBe(name.toLowerCase())
    expect(source).toMatch(/parses_?moon_?calendars/i)
  })
})
