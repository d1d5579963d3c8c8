import type { PipeTransform } from '@nestjs/common'
import type { z } from 'zod'
import { AppError } from '../domain/app-error.js'

/** Outside data becomes typed here, once: a socket payload, a body, a query. */
export class SchemaPipe<S extends z.ZodType> implements PipeTransform<unknown, z.infer<S>> {
  constructor(readonly schema: S) {}

  transform(value: unknown): z.infer<S> {
    const parsed = this.schema.safeParse(value ?? {})
    if (parsed.success) return withoutNul(parsed.data)
    throw new AppError('invalid_payload', describe(parsed.error.issues))
  }
}

/** Postgres stores no U+0000 in text, so none gets in, whatever the database. */
function withoutNul<T>(data: T): T {
  if (!holdsNul(data)) return data
  throw new AppError('invalid_payload', 'payload: a NUL character is no text')
}

function holdsNul(data: unknown): boolean {
  if (typeof data === 'string') return data.includes('\0')
  return typeof data === 'object' && data !== null && Object.values(data).some(holdsNul)
}

/** `text: expected string; extra: unknown key`, without any value that was sent. */
function describe(issues: readonly z.core.$ZodIssue[]): string {
  return issues
    .slice(0, 5)
    .map((issue) => {
      const path = issue.path.join('.') || 'payload'
      if (issue.code === 'unrecognized_keys') return `${path}: unknown ${issue.keys.join(', ')}`
      return `${path}: ${issue.message}`
    })
    .join('; ')
    .slice(0, 500)
}
