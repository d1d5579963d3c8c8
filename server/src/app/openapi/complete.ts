import type { OpenAPIObject } from '@nestjs/swagger'
import { z } from 'zod'
import type { AnswerSchema, Answers } from './answers.js'
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

/** What the code knows of its routes and the framework does not. */
interface Known {
  /** By operation, as `AdminController_overview`. */
  inputs: ReadonlyMap<string, RouteInputs>
  answers: Answers
}

/** Fills in what the framework cannot know: sentences, what goes in and what comes back, and the one form of errors. */
export function complete(document: OpenAPIObject, known: Known): OpenAPIObject {
  document.components = {
    ...document.components,
    schemas: { ...document.components?.schemas, ...known.answers.schemas },
  }
  for (const [path, item] of Object.entries(document.paths)) {
    for (const method of METHODS) {
      const operation = item[method]
      if (operation) fill(operation, `${method.toUpperCase()} ${path}`, known)
    }
  }
  return document
}

function fill(operation: Operation, name: string, { inputs, answers }: Known): void {
  operation.summary = SUMMARIES[name]
  const id = operation.operationId ?? ''
  const { body, query } = inputs.get(id) ?? {}
  if (body) {
    const schema = schemaOf(body) as never
    operation.requestBody = { required: true, content: { 'application/json': { schema } } }
  }
  const kept = (operation.parameters ?? []).filter((each) => !('in' in each && each.in === 'query'))
  operation.parameters = query ? [...kept, ...parametersOf(query)] : kept
  fillAnswer(operation, answers.operations[id])
  operation.responses.default = {
    description: 'What is wrong, by a code of the closed list and in a sentence.',
    content: { 'application/json': { schema: ERROR as never } },
  }
}

/** Beside what the route itself says that it sends: a picture, a table, a file. */
function fillAnswer(operation: Operation, schema: AnswerSchema | undefined): void {
  const success = Object.entries(operation.responses).find(([status]) =>
    status.startsWith('2'),
  )?.[1]
  if (!schema || !success || '$ref' in success) return
  success.content = { 'application/json': { schema }, ...success.content }
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
