import { ModelHealth } from '#server/provider/model-health'
import type { TestArena } from './test-arena.js'

/** Every model is well again, and stays in the draw and is asked however often it fails. */
export function keepDrawable({ app }: TestArena): void {
  const health = app.get(ModelHealth)
  health.forget()
  health.drawable = () => true
  health.begin = (versionId, asker) => {
    health.forget()
    return ModelHealth.prototype.begin.call(health, versionId, asker)
  }
}
