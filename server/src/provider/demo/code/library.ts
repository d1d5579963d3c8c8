import type { CodeLanguage } from '../kit/code-language.js'
import { ALGORITHM_TASKS } from './algorithm-tasks.js'
import { GO } from './go.js'
import { PRACTICAL_TASKS } from './practical-tasks.js'
import { PYTHON } from './python.js'
import { SCRIPTS } from './script.js'
import type { Task } from './task.js'

export interface Snippet {
  language: CodeLanguage
  source: string
}

const SQL = `-- the ten customers with the highest turnover this year
SELECT c.name, COUNT(o.id) AS orders, SUM(o.total) AS turnover
FROM customers AS c
JOIN orders AS o ON o.customer_id = c.id
WHERE o.ordered_at >= :start_of_year
GROUP BY c.id, c.name
ORDER BY turnover DESC
LIMIT 10;`

const TASKS = [...PRACTICAL_TASKS, ...ALGORITHM_TASKS]

/** The task that a text asks for, if the library has it. */
export const findTask = (text: string): Task | undefined =>
  TASKS.find((task) => task.match.test(text))

/** A program for the task in the language that was asked for, or in the nearest that there is. */
export function snippet({ id }: Task, wanted: CodeLanguage | undefined): Snippet {
  if (id === 'sql-select') return { language: 'sql', source: SQL }
  const sources: Partial<Record<CodeLanguage, string>> = {
    python: PYTHON[id],
    go: GO[id],
    ...SCRIPTS[id],
  }
  const own: CodeLanguage = id === 'debounce' ? 'javascript' : 'python'
  const language = wanted && sources[wanted] ? wanted : own
  return { language, source: sources[language] ?? '' }
}
