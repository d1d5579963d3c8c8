import { Body, Controller, Get, HttpCode, Param, Post, Query, UseGuards } from '@nestjs/common'
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger'
import { Order } from '#shared/protocol/admin-common'
import {
  ConversationSearch,
  type AdminConversationPage,
  type AdminTranscript,
} from '#shared/protocol/admin-conversations'
import { SchemaPipe } from '../edge/schema.pipe.js'
import { AdminGuard } from './admin.guard.js'
import { ConversationAdminService } from './conversation-admin.service.js'

@ApiTags('admin')
@ApiBearerAuth()
@Controller('api/admin/conversations')
@UseGuards(AdminGuard)
export class ConversationAdminController {
  constructor(private readonly conversations: ConversationAdminService) {}

  @Get()
  page(
    @Query(new SchemaPipe(ConversationSearch)) query: ConversationSearch,
  ): Promise<AdminConversationPage> {
    return this.conversations.page(query)
  }

  /** A `POST`, since it writes down that it was read. */
  @Post(':id/read')
  @HttpCode(200)
  read(
    @Param('id') id: string,
    @Body(new SchemaPipe(Order)) { reason }: Order,
  ): Promise<AdminTranscript> {
    return this.conversations.read(id, reason)
  }
}
