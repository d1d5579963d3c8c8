import { RouteParamtypes } from '@nestjs/common/enums/route-paramtypes.enum.js'
import { ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js'
import type { NestExpressApplication } from '@nestjs/platform-express'
import { ModulesContainer } from '@nestjs/core'
import type { z } from 'zod'
import { SchemaPipe } from '../../edge/schema.pipe.js'

/** What a route takes, by the schemas that check it. */
export interface RouteInputs {
  body?: z.ZodType
  query?: z.ZodType
}

interface Argument {
  pipes: unknown[]
}

/** Of every method of every controller, as `AdminController_overview`, which is how operations are called. */
export function routeInputs(app: NestExpressApplication): ReadonlyMap<string, RouteInputs> {
  const inputs = new Map<string, RouteInputs>()
  for (const module of app.get(ModulesContainer).values()) {
    for (const { metatype } of module.controllers.values()) {
      if (!metatype) continue
      const prototype = metatype.prototype as object
      for (const method of Object.getOwnPropertyNames(prototype)) {
        inputs.set(`${metatype.name}_${method}`, inputsOf(metatype, method))
      }
    }
  }
  return inputs
}

function inputsOf(controller: object, method: string): RouteInputs {
  const args = (Reflect.getMetadata(ROUTE_ARGS_METADATA, controller, method) ?? {}) as Record<
    string,
    Argument
  >
  const schemaOf = (type: RouteParamtypes) =>
    Object.entries(args)
      .filter(([key]) => key.startsWith(`${type}:`))
      .flatMap(([, { pipes }]) => pipes)
      .find((pipe) => pipe instanceof SchemaPipe)?.schema
  const body = schemaOf(RouteParamtypes.BODY)
  const query = schemaOf(RouteParamtypes.QUERY)
  return { ...(body && { body }), ...(query && { query }) }
}
