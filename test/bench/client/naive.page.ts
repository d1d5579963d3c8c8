// What most pages do: with every piece the whole answer is rendered again. Parser, sanitiser, highlighting and
// formulas are the product's own, loaded before the first piece; only the way of rendering is another.
import { io } from 'socket.io-client'
import { loadEngine } from '../../../client/src/lib/markdown/engines.js'
import { parser } from '../../../client/src/lib/markdown/parser.js'
import type { RenderEnv } from '../../../client/src/lib/markdown/render-env.js'
import { sanitize } from '../../../client/src/lib/markdown/sanitize.js'

const words = { copy: 'Copy', wrap: 'Wrap', code: 'Code', image: (text: string) => text }

const sides = Object.fromEntries(
  ['a', 'b'].map((side) => {
    const box = document.createElement('div')
    box.className = 'md'
    box.style.cssText = 'flex: 1; min-width: 0; height: 500px; overflow-y: auto'
    document.body.append(box)
    return [side, { box, text: '' }]
  }),
)
document.body.style.display = 'flex'

const page = window as unknown as { ready?: boolean; frames: number; begin(text: string): void }
page.frames = 0

const socket = io()
socket.on('answer:delta', ({ side, text }: { side: string; text: string }) => {
  const shown = sides[side]!
  page.frames += 1
  shown.text += text
  const env: RenderEnv = {
    words,
    headingShift: 2,
    streaming: true,
    references: {},
    missing: new Set(),
  }
  shown.box.replaceChildren(sanitize(parser.render(shown.text, env)))
  shown.box.scrollTop = shown.box.scrollHeight
})
socket.on('turn:done', () => (document.title = 'done'))

page.begin = (text) =>
  void socket.emitWithAck('conversation:start', {
    commandId: `${Math.random()}`,
    mode: 'battle',
    text,
  })

await Promise.all([loadEngine('code'), loadEngine('formula')])
page.ready = true
