import { UseFilters, UseInterceptors, applyDecorators } from '@nestjs/common'
import { MessageBody, SubscribeMessage, WebSocketGateway } from '@nestjs/websockets'
import type { ClientEvent } from '#shared/protocol/index'
import { CLIENT_EVENTS } from '#shared/protocol/index'
import { SchemaPipe } from '../edge/schema.pipe.js'
import { AckFilter } from './ack.filter.js'
import { AckInterceptor } from './ack.interceptor.js'

/** A class whose methods answer client events: what they return or throw becomes the acknowledgement. */
export const Gateway = (): ClassDecorator =>
  applyDecorators(
    WebSocketGateway(),
    UseFilters(new AckFilter()),
    UseInterceptors(new AckInterceptor()),
  )

/** Answers this client event. */
export const On = (event: ClientEvent): MethodDecorator => SubscribeMessage(event)

/** The payload of this client event, parsed by its schema. */
export const Payload = (event: ClientEvent): ParameterDecorator =>
  MessageBody(new SchemaPipe(CLIENT_EVENTS[event]))
