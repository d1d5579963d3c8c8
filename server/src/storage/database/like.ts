import { sql, type RawBuilder } from 'kysely'

const plain = (text: string): string => text.replace(/[\\%_]/g, (sign) => `\\${sign}`)

/** Whether a column begins with this text, as it is written. */
export const beginsWith = (column: string, text: string): RawBuilder<boolean> =>
  sql<boolean>`${sql.ref(column)} like ${`${plain(text)}%`} escape '\\'`

/** Whether a column holds this text anywhere, in any case. */
export const contains = (column: string, text: string): RawBuilder<boolean> =>
  sql<boolean>`lower(${sql.ref(column)}) like ${`%${plain(text.toLowerCase())}%`} escape '\\'`
