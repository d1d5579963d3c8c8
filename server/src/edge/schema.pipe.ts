import type { PipeTransform } from '@nestjs/common'
import type { z } from 'zod'
import { AppError } from '../domain/app-error.js'

/** Outside data becomes typed here, once: a socket payload, a body, a query. */
export class SchemaPipe<S extends z.ZodType> implements PipeTransform<unknown, z.infer<S>> {
  constructor(private readonly schema: S) {}

  transform(value: unknown): z.infer<S> {
    const parsed = this.schema.safeParse(value ?? {})
    if (parsed.success) return parsed.data
    throw new AppError('invalid_payload', describe(parsed.error.issues))
  }
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
