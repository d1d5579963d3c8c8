import { findTopic } from '../knowledge/topics.js'
import type { Finder } from './finding.js'

/** A topic of the knowledge table. */
export const knownTopic: Finder = ({ topic: text, language }) => {
  const topic = findTopic(text)
  if (!topic) return undefined
  const { table, ...account } = topic[language]
  return {
    known: true,
    ...account,
    formula: topic.formula,
    table: table && {
      head: [language === 'zh' ? '方面' : 'Aspect', ...table.sides],
      rows: table.rows.map((row) => [...row]),
    },
  }
}
