import type { RenderEnv } from './render-env.js'

type Definitions = RenderEnv['references']

/**
 * The link definitions of a text as one of its blocks sees them. It notes what the block asked for, so that the
 * block is made anew where one of these is another now, and by no other definition of the text.
 */
export class SeenDefinitions {
  private readonly seen = new Map<string, string>()
  readonly view: Definitions

  constructor(all: Definitions) {
    // Whatever the rules would add stays with the block.
    this.view = new Proxy(Object.create(all) as Definitions, {
      get: (own, label) => {
        const found = Reflect.get(own, label) as Definitions[string] | undefined
        if (typeof label === 'string') this.seen.set(label, textOf(found))
        return found
      },
    })
  }

  sameIn(all: Definitions): boolean {
    for (const [label, text] of this.seen) if (textOf(all[label]) !== text) return false
    return true
  }
}

const textOf = (definition: Definitions[string] | undefined): string =>
  definition ? `${definition.href} ${definition.title}` : ''
