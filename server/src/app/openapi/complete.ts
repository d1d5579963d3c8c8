import type { OpenAPIObject } from '@nestjs/swagger'
import { z } from 'zod'
import type { RouteInputs } from './route-inputs.js'
import { SUMMARIES } from './summaries.js'

type Paths = OpenAPIObject['paths']
type Operation = NonNullable<Paths[string]['get']>
type Schema = Record<string, unknown> & { properties?: Record<string, Schema>; required?: string[] }

const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const

const ERROR: Schema = {
  type: 'object',
  required: ['error'],
  properties: {
    error: {
      type: 'object',
      required: ['code', 'message'],
      properties: {
        code: { type: 'string' },
        message: { type: 'string' },
        retryAfterMs: { type: 'number' },
      },
    },
  },
}

/** Fills in what the framework cannot know: sentences, what goes in by our schemas, and the one form of errors. */
export function complete(
  document: OpenAPIObject,
  inputs: ReadonlyMap<string, RouteInputs>,
): OpenAPIObject {
  for (const [path, item] of Object.entries(document.paths)) {
    for (const method of METHODS) {
      const operation = item[method]
      if (operation) fill(operation, `${method.toUpperCase()} ${path}`, inputs)
    }
  }
  return document
}

function fill(operation: Operation, name: string, inputs: ReadonlyMap<string, RouteInputs>): void {
  operation.summary = SUMMARIES[name]
  const { body, query } = inputs.get(operation.operationId ?? '') ?? {}
  if (body) {
    const schema = schemaOf(body) as never
    operation.requestBody = { required: true, content: { 'application/json': { schema } } }
  }
  const kept = (operation.parameters ?? []).filter((each) => !('in' in each && each.in === 'query'))
  operation.parameters = query ? [...kept, ...parametersOf(query)] : kept
  operation.responses.default = {
    description: 'What is wrong, by a code of the closed list and in a sentence.',
    content: { 'application/json': { schema: ERROR as never } },
  }
}

function parametersOf(query: z.ZodType): Operation['parameters'] & object {
  const { properties = {}, required = [] } = schemaOf(query)
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: 'query' as const,
    required: required.includes(name),
    schema: schema as never,
  }))
}

function schemaOf(schema: z.ZodType): Schema {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, {
    io: 'input',
    target: 'openapi-3.0',
    unrepresentable: 'any',
  })
  return rest as Schema
}
