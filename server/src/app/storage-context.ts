import { Logger, Module, type INestApplicationContext, type Provider } from '@nestjs/common'
import { NestFactory } from '@nestjs/core'
import { ConfigModule } from '../config/config.module.js'
import type { Settings } from '../config/settings.js'
import { StorageModule } from '../storage/storage.module.js'

@Module({})
class CommandModule {}

/**
 * Does work on the storage and the rules, without a server.
 * @throws StartupError where a server runs on the data folder
 */
export async function withStorage<T>(
  settings: Settings,
  providers: Provider[],
  work: (app: INestApplicationContext) => Promise<T>,
): Promise<T> {
  const app = await NestFactory.createApplicationContext(
    {
      module: CommandModule,
      imports: [ConfigModule.forRoot(settings), StorageModule],
      providers,
    },
    // What keeps it from coming to be is thrown, and told once.
    { logger: false, abortOnError: false },
  )
  Logger.overrideLogger(['error', 'fatal'])
  try {
    return await work(app)
  } finally {
    await app.close()
  }
}
