import { Injectable } from '@nestjs/common'
import { ModelCatalog, type ReloadReport } from './model-catalog.js'
import { SiteContent } from './site-content.js'

/** All that is read from files: taken together, or not at all. */
@Injectable()
export class Configuration {
  private last: Promise<unknown> = Promise.resolve()

  constructor(
    private readonly catalog: ModelCatalog,
    private readonly content: SiteContent,
  ) {}

  /** Reads every file again. One fault in any of them changes nothing; running answers go on anyway. */
  reload(): Promise<ReloadReport> {
    const reload = this.last.then(() => this.readFiles())
    this.last = reload.catch(() => undefined)
    return reload
  }

  private async readFiles(): Promise<ReloadReport> {
    const site = await this.content.read()
    const report = await this.catalog.reload(site.ok ? [] : site.faults)
    if (!report.ok || !site.ok) return report
    this.content.take(site.content)
    return { ...report, warnings: [...report.warnings, ...site.content.warnings] }
  }
}
