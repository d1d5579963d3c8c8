import { Controller, Get, Param, Query } from '@nestjs/common'
import { ApiTags } from '@nestjs/swagger'
import { PageQuery, TEXT_PAGES, type PageText } from '#shared/protocol/pages'
import { SiteContent } from '../../config/site-content.js'
import { AppError } from '../../domain/app-error.js'
import { SchemaPipe } from '../../edge/schema.pipe.js'

/** Pages of words. */
@ApiTags('site')
@Controller('api/pages')
export class PagesController {
  constructor(private readonly content: SiteContent) {}

  @Get(':page')
  page(
    @Param('page') name: string,
    @Query(new SchemaPipe(PageQuery)) { language }: PageQuery,
  ): PageText {
    const page = TEXT_PAGES.find((each) => each === name)
    if (!page) throw new AppError('not_found', 'There is no such page.')
    return this.content.page(page, language)
  }
}
