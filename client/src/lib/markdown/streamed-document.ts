import { closeOpenMarks } from './close-open-marks.js'
import { engines, loadEngine, type EngineName } from './engines.js'
import { morph } from './morph.js'
import { parser } from './parser.js'
import type { RenderEnv } from './render-env.js'
import { sanitize } from './sanitize.js'
import { SeenDefinitions } from './seen-definitions.js'
import { splitBlocks, type Block } from './split-blocks.js'
import type { MarkdownWords } from './words.js'

/** An answer's own headings begin under those of the page and of its pane. */
const ANSWER_SHIFT = 2

interface RenderedBlock {
  source: string
  /** A formula of it waited for its end. */
  open: boolean
  definitions: SeenDefinitions
  element: HTMLElement
  missing: Set<EngineName>
}

/** A growing text as DOM: one element a block, written once when the block is finished and left alone from then on. */
export class StreamedDocument {
  private rendered: RenderedBlock[] = []
  private text = ''
  private streaming = false
  /** The blocks that no later text can change, and where the rest begins. */
  private settled: { blocks: Block[]; end: number; references: RenderEnv['references'] } = NOTHING

  constructor(
    private readonly host: HTMLElement,
    private readonly words: MarkdownWords,
    private readonly headingShift = ANSWER_SHIFT,
  ) {}

  /** Shows `text`, which usually is the last one with more at its end, but may be any other. */
  update(text: string, streaming: boolean): void {
    const normal = normalize(text)
    if (!normal.startsWith(this.text.slice(0, this.settled.end))) this.settled = NOTHING
    this.text = normal
    this.streaming = streaming
    this.render()
  }

  private render(): void {
    const env = this.env({ ...this.settled.references })
    const tail = splitBlocks(this.text.slice(this.settled.end), env).map((block) => ({
      ...block,
      start: block.start + this.settled.end,
    }))
    const blocks = [...this.settled.blocks, ...tail]
    blocks.forEach(({ source }, index) => {
      const grows = this.streaming && index === blocks.length - 1
      this.place(grows ? closeOpenMarks(source) : source, index, env.references)
    })
    for (const surplus of this.rendered.splice(blocks.length)) surplus.element.remove()
    this.settle(tail)
    void this.load(new Set(this.rendered.flatMap(({ missing }) => [...missing])))
  }

  private place(source: string, index: number, references: RenderEnv['references']): void {
    const open = this.streaming && /\$\$|\\\[/.test(source)
    const before = this.rendered[index]
    const same = before?.source === source && before.open === open
    if (same && before.definitions.sameIn(references)) return
    const definitions = new SeenDefinitions(references)
    const env = this.env(definitions.view)
    const element = document.createElement('div')
    element.className = 'md-block'
    // An answer may change from Arabic to English and back.
    element.dir = 'auto'
    element.append(sanitize(parser.render(source, env)))
    if (before) morph(before.element, element)
    else this.host.append(element)
    const { missing } = env
    this.rendered[index] = {
      source,
      open,
      definitions,
      element: before?.element ?? element,
      missing,
    }
  }

  private settle(tail: Block[]): void {
    const last = tail.findLastIndex((block) => block.settles)
    if (last <= 0) return
    const end = tail[last]!.start
    const env = this.env({ ...this.settled.references })
    splitBlocks(this.text.slice(this.settled.end, end), env)
    const blocks = [...this.settled.blocks, ...tail.slice(0, last)]
    this.settled = { blocks, end, references: env.references }
  }

  private async load(missing: Set<EngineName>): Promise<void> {
    if (missing.size === 0) return
    await Promise.all([...missing].map(loadEngine))
    const waiting = this.rendered.filter((block) =>
      [...block.missing].some((name) => engines[name]),
    )
    if (waiting.length === 0) return
    for (const block of waiting) block.source = NEVER
    this.render()
  }

  private env(references: RenderEnv['references']): RenderEnv {
    const { words, headingShift, streaming } = this
    return { words, headingShift, streaming, references, missing: new Set() }
  }
}

/** No text has one. */
const NEVER = '\0'

const NOTHING = { blocks: [], end: 0, references: {} }

/** As CommonMark has it: one kind of line end, no NUL. */
const normalize = (text: string): string => text.replace(/\r\n?/g, '\n').replaceAll('\0', '\uFFFD')
