import type { Snippet } from '../code/library.js'
import type { Finding } from '../findings/finding.js'
import { plain } from '../kit/quote.js'

// JSON's escapes are Python's as well.
const literal = (text: string) => JSON.stringify(plain(text, 160))

/** An answer that is no program, as a program: it runs, and prints what there is to say. */
export function notesAsCode(finding: Finding): Snippet {
  const source =
    finding.solution?.program ?? (isChoice(finding) ? decision(finding) : notes(finding))
  return { language: 'python', source }
}

/** A table of two things can be weighed. */
const isChoice = ({ table }: Finding): boolean => table?.head.length === 3

function notes({ title, gist, points, verse }: Finding): string {
  const items = (verse ?? points).map((item) => `    ${literal(item)},`)
  return [
    `# ${plain(title, 80)}`,
    `answer = ${literal(gist)}`,
    'details = [',
    ...items,
    ']',
    '',
    'print(answer)',
    'for number, detail in enumerate(details, start=1):',
    '    print(f"{number}. {detail}")',
  ].join('\n')
}

function decision({ title, table }: Finding): string {
  const [aspect = '', first = '', second = ''] = table?.head ?? []
  const rows = (table?.rows ?? []).map(
    ([name = '', x = '', y = '']) => `    (${literal(name)}, ${literal(x)}, ${literal(y)}, 1),`,
  )
  return [
    `# ${plain(title, 80)}`,
    `names = (${literal(first)}, ${literal(second)})`,
    `rows = [  # ${plain(aspect, 20)}, ${plain(first, 20)}, ${plain(second, 20)}, weight`,
    ...rows,
    ']',
    '',
    'def decide(preferences):',
    '    """preferences: one 0 or 1 for each row, the side you like better."""',
    '    scores = [0, 0]',
    '    for (_, _, _, weight), side in zip(rows, preferences):',
    '        scores[side] += weight',
    '    return names[scores.index(max(scores))]',
    '',
    `print(decide([${rows.map((_, i) => i % 2).join(', ')}]))`,
  ].join('\n')
}
