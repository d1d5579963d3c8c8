import type { NestExpressApplication } from '@nestjs/platform-express'
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger'
import type { Request, Response } from 'express'
import { version } from '../../config/package-info.js'
import { readAnswers } from './answers.js'
import { complete } from './complete.js'
import { routeInputs } from './route-inputs.js'

const PATH = 'api/docs'

/** Swagger's own page has its styles inside, which our content policy refuses: here they are a file. */
const page = (subPath: string) => `<!doctype html>
<html lang="en">
  <head>
    <base href="${subPath}/${PATH}/" />
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>Ringside: the HTTP interface</title>
    <link rel="icon" href="favicon-32x32.png" sizes="32x32" />
    <link rel="stylesheet" href="swagger-ui.css" />
    <link rel="stylesheet" href="page.css" />
  </head>
  <body>
    <main id="swagger-ui"></main>
    <script src="swagger-ui-bundle.js"></script>
    <script src="swagger-ui-standalone-preset.js"></script>
    <script src="swagger-ui-init.js"></script>
  </body>
</html>
`

const STYLE = `body { margin: 0; background: #fafafa; }
.swagger-ui .topbar { display: none; }
`

const POLICY = 'Content-Security-Policy'

/**
 * Swagger writes styles into its elements and has pictures inside of its styles. This one page, on which nobody's
 * words are shown, lets it; scripts come from here alone, as everywhere.
 */
export const ownPolicy = (policy: string): string =>
  policy
    .replace("style-src 'self'", "style-src 'self' 'unsafe-inline'")
    .replace("img-src 'self' blob:", "img-src 'self' data:")

/** The HTTP interface for people, and as OpenAPI at `/api/docs-json`. */
export function describeApi(app: NestExpressApplication, subPath: string): void {
  const description = new DocumentBuilder()
    .setTitle('Ringside')
    .setDescription('The HTTP interface of the arena; battles themselves run over Socket.IO.')
    .setVersion(version)
    .addBearerAuth({ type: 'http', description: 'ADMIN_TOKEN; for /metrics METRICS_TOKEN too.' })
    .build()
  const html = page(subPath)
  app.use(new RegExp(`^/${PATH}/?$`), (_: Request, response: Response) => {
    response.setHeader(POLICY, ownPolicy(String(response.getHeader(POLICY))))
    response.type('html').send(html)
  })
  app.use(`/${PATH}/page.css`, (_: Request, response: Response) => {
    response.type('css').send(STYLE)
  })
  SwaggerModule.setup(PATH, app, () =>
    complete(SwaggerModule.createDocument(app, description), {
      inputs: routeInputs(app),
      answers: readAnswers(),
    }),
  )
}
