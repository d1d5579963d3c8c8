import { mendStyles } from '../mend-styles.js'

/** What is heavy and not always needed: loaded when the first text asks for it, then there for good. */
export type EngineName = 'code' | 'formula'

export interface Engines {
  /** HTML with `hljs-*` spans, or null for a language that is not known. */
  code?: (code: string, language: string) => string | null
  /** HTML, or null where the formula is wrong or too much. */
  formula?: (tex: string, display: boolean) => string | null
}

export const engines: Engines = {}

const LOADERS: Record<EngineName, () => Promise<void>> = {
  code: async () => {
    engines.code = (await import('./code-engine.js')).highlight
  },
  formula: async () => {
    const { typeset } = await import('./formula-engine.js')
    // Without them a formula would stand there twice.
    await mendStyles()
    engines.formula = typeset
  },
}

const loading = new Map<EngineName, Promise<void>>()

/** Until an engine that could not be had is asked for again, by the next text that needs it. */
const AGAIN_MS = 10_000

/** Resolves when the engine is there, or cannot be had: the text then stays plain. */
export function loadEngine(name: EngineName): Promise<void> {
  const running = loading.get(name) ?? LOADERS[name]().catch(() => forget(name))
  loading.set(name, running)
  return running
}

function forget(name: EngineName): void {
  setTimeout(() => loading.delete(name), AGAIN_MS)
}
