import type { TaskId } from './task.js'

/** One body under two signatures: JavaScript and TypeScript differ in nothing else here. */
interface Script {
  javascript: string
  typescript: string
}

const script = (javascript: string, typescript: string, body: string): Script => ({
  javascript: `${javascript}\n${body}`,
  typescript: `${typescript}\n${body}`,
})

export const SCRIPTS: Partial<Record<TaskId, Script>> = {
  'reverse-string': script(
    'function reverse(text) {',
    'function reverse(text: string): string {',
    `  return [...text].reverse().join('')
}

console.log(reverse('stressed')) // desserts`,
  ),
  fibonacci: script(
    'function fibonacci(count) {\n  const numbers = []',
    'function fibonacci(count: number): number[] {\n  const numbers: number[] = []',
    `  let [a, b] = [0, 1]
  for (let i = 0; i < count; i += 1) {
    numbers.push(a)
    ;[a, b] = [b, a + b]
  }
  return numbers
}

console.log(fibonacci(10)) // [0, 1, 1, 2, 3, 5, 8, 13, 21, 34]`,
  ),
  factorial: script(
    'function factorial(n) {',
    'function factorial(n: number): bigint {',
    `  if (n < 0) throw new RangeError('n must not be negative')
  let product = 1n
  for (let factor = 2n; factor <= n; factor += 1n) product *= factor
  return product
}

console.log(factorial(5)) // 120n`,
  ),
  'sort-list': script(
    'function quicksort(items) {',
    'function quicksort(items: number[]): number[] {',
    `  if (items.length < 2) return items
  const pivot = items[Math.floor(items.length / 2)]
  return [
    ...quicksort(items.filter((x) => x < pivot)),
    ...items.filter((x) => x === pivot),
    ...quicksort(items.filter((x) => x > pivot)),
  ]
}

console.log([5, 2, 10, 1].toSorted((a, b) => a - b)) // built in: [1, 2, 5, 10]
console.log(quicksort([5, 2, 10, 1])) // by hand: [1, 2, 5, 10]`,
  ),
  'prime-test': script(
    'function isPrime(n) {',
    'function isPrime(n: number): boolean {',
    `  if (n < 2) return false
  for (let divisor = 2; divisor * divisor <= n; divisor += 1) {
    if (n % divisor === 0) return false
  }
  return true
}

console.log([2, 9, 17, 21].filter(isPrime)) // [2, 17]`,
  ),
  fizzbuzz: script(
    'function fizzbuzz(limit) {',
    'function fizzbuzz(limit: number): string[] {',
    `  return Array.from({ length: limit }, (_, index) => {
    const k = index + 1
    const word = (k % 3 === 0 ? 'Fizz' : '') + (k % 5 === 0 ? 'Buzz' : '')
    return word || String(k)
  })
}

console.log(fizzbuzz(15).join('\\n'))`,
  ),
  palindrome: script(
    'function isPalindrome(text) {',
    'function isPalindrome(text: string): boolean {',
    `  const letters = text.toLowerCase().match(/[\\p{L}\\p{N}]/gu) ?? []
  return letters.join('') === letters.toReversed().join('')
}

console.log(isPalindrome('A man, a plan, a canal: Panama')) // true`,
  ),
  'read-csv': script(
    `import { readFile } from 'node:fs/promises'

async function readRows(path) {`,
    `import { readFile } from 'node:fs/promises'

async function readRows(path: string): Promise<Record<string, string>[]> {`,
    `  const lines = (await readFile(path, 'utf8')).trim().split(/\\r?\\n/)
  const [header = [], ...rows] = lines.map((line) => line.split(','))
  return rows.map((row) => Object.fromEntries(header.map((name, i) => [name, row[i]])))
}

// Quoted commas need a real CSV parser, "csv-parse" for example.
console.log(await readRows('data.csv'))`,
  ),
  'http-request': script(
    'async function getJson(url) {',
    'async function getJson<T>(url: string): Promise<T> {',
    `  const response = await fetch(url, { signal: AbortSignal.timeout(10_000) })
  if (!response.ok) throw new Error(\`HTTP \${response.status}\`)
  return response.json()
}

console.log(await getJson('https://api.example.com/items'))`,
  ),
  debounce: script(
    'function debounce(task, waitMs) {\n  let timer\n  return (...args) => {',
    `function debounce<A extends unknown[]>(task: (...args: A) => void, waitMs: number) {
  let timer: ReturnType<typeof setTimeout> | undefined
  return (...args: A) => {`,
    `    clearTimeout(timer)
    timer = setTimeout(() => task(...args), waitMs)
  }
}

const search = debounce((text) => console.log('searching for', text), 300)
search('ring') // only the last call within 300 ms runs`,
  ),
  'binary-search': script(
    'function binarySearch(items, target) {',
    'function binarySearch(items: number[], target: number): number {',
    `  let [low, high] = [0, items.length - 1]
  while (low <= high) {
    const middle = (low + high) >> 1
    if (items[middle] === target) return middle
    if (items[middle] < target) low = middle + 1
    else high = middle - 1
  }
  return -1
}

console.log(binarySearch([1, 3, 5, 7, 9], 7)) // 3`,
  ),
  'count-words': script(
    'function countWords(text) {\n  const counts = new Map()',
    'function countWords(text: string): Map<string, number> {\n  const counts = new Map<string, number>()',
    `  for (const word of text.toLowerCase().match(/[\\p{L}\\p{N}']+/gu) ?? []) {
    counts.set(word, (counts.get(word) ?? 0) + 1)
  }
  return counts
}

console.log(countWords('to be or not to be')) // to 2, be 2, or 1, not 1`,
  ),
  'merge-intervals': script(
    `function mergeIntervals(intervals) {
  const merged = []`,
    `type Interval = [start: number, end: number]

function mergeIntervals(intervals: Interval[]): Interval[] {
  const merged: Interval[] = []`,
    `  for (const [start, end] of intervals.toSorted((a, b) => a[0] - b[0])) {
    const last = merged.at(-1)
    if (last && start <= last[1]) last[1] = Math.max(last[1], end)
    else merged.push([start, end])
  }
  return merged
}

console.assert(mergeIntervals([]).length === 0)
console.assert(String(mergeIntervals([[5, 8], [1, 3], [2, 4]])) === '1,4,5,8')
console.assert(String(mergeIntervals([[1, 2], [2, 3]])) === '1,3')
console.log(mergeIntervals([[5, 8], [1, 3], [2, 4]])) // [[1, 4], [5, 8]]`,
  ),
}
