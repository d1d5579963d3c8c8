import { Controller, Get, Param, Query, Res, StreamableFile, UseGuards } from '@nestjs/common'
import { ApiBearerAuth, ApiOkResponse, ApiTags } from '@nestjs/swagger'
import type { Response } from 'express'
import { z } from 'zod'
import { ROWS_HEADER } from '#shared/vocabulary'
import { EXPORT_KINDS, ExportQuery, type ExportKind } from '#shared/protocol/admin-votes'
import { SchemaPipe } from '../edge/schema.pipe.js'
import { AdminGuard } from './admin.guard.js'
import { ExportService } from './export.service.js'

const TYPES = { jsonl: 'application/x-ndjson', csv: 'text/csv; charset=utf-8' }

@ApiTags('admin')
@ApiBearerAuth()
@Controller('api/admin/export')
@UseGuards(AdminGuard)
export class ExportController {
  constructor(private readonly exports: ExportService) {}

  @Get(':kind')
  @ApiOkResponse({ content: { 'application/x-ndjson': {}, 'text/csv': {} } })
  async download(
    @Param('kind', new SchemaPipe(z.enum(EXPORT_KINDS))) kind: ExportKind,
    @Query(new SchemaPipe(ExportQuery)) { format }: ExportQuery,
    @Res({ passthrough: true }) response: Response,
  ): Promise<StreamableFile> {
    const { rows, lines } = await this.exports.begin(kind, format)
    response.setHeader(ROWS_HEADER, rows)
    return new StreamableFile(lines, {
      type: TYPES[format],
      disposition: `attachment; filename="ringside-${kind}.${format}"`,
    })
  }
}
