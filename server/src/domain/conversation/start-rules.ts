import { SIDE_COUNT, type Mode } from '#shared/vocabulary'
import { AppError } from '../app-error.js'

export interface StartChoice {
  mode: Mode
  models?: readonly string[]
  parameters?: object
  systemPrompt?: string
}

/** @throws AppError when a start asks for what its mode does not offer */
export function checkStart({ mode, models, parameters, systemPrompt }: StartChoice): void {
  if (mode === 'battle') {
    const chosen = Object.entries({ models, parameters, systemPrompt }).find(
      ([, v]) => v !== undefined,
    )
    if (chosen) refuse(`${chosen[0]}: a battle draws its models itself and takes no settings`)
    return
  }
  const wanted = SIDE_COUNT[mode]
  if (models?.length !== wanted)
    refuse(`models: expected ${wanted} in ${mode}, got ${models?.length ?? 0}`)
}

function refuse(message: string): never {
  throw new AppError('invalid_payload', message)
}
