import type { OpenAPIObject } from '@nestjs/swagger'
import { existsSync, readFileSync } from 'node:fs'

type Schemas = NonNullable<NonNullable<OpenAPIObject['components']>['schemas']>
export type AnswerSchema = Schemas[string]

/** What routes answer with JSON, as schemas: by operation, and those that have a name. */
export interface Answers {
  operations: Record<string, AnswerSchema>
  schemas: Schemas
}

/** The build reads them from the types of the controllers (`server/build/answer-schemas.cjs`); sources have none. */
export function readAnswers(): Answers {
  const file = new URL('./answers.json', import.meta.url)
  if (!existsSync(file)) return { operations: {}, schemas: {} }
  return JSON.parse(readFileSync(file, 'utf8')) as Answers
}
