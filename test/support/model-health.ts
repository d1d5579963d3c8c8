import { Clock } from '#server/domain/ports'
import { ModelHealth } from '#server/provider/model-health'
import type { TestArena } from './test-arena.js'

/** Every model stays in the draw and is asked however often it fails. */
export function keepDrawable({ app }: TestArena): void {
  const health = app.get(ModelHealth)
  const clock = app.get(Clock)
  health.drawable = () => true
  health.begin = (versionId, asker) => new ModelHealth(clock).begin(versionId, asker)
}
