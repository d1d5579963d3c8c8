import { loadEngine } from '../../../../client/src/lib/markdown/engines.js'
import { StreamedDocument } from '../../../../client/src/lib/markdown/streamed-document.js'

const WORDS = {
  copy: 'Copy',
  wrap: 'Wrap lines',
  code: 'Code',
  image: (text: string) => `Picture: ${text}`,
}

export const enginesLoaded = () => Promise.all([loadEngine('code'), loadEngine('formula')])

export function aDocument() {
  const host = document.createElement('div')
  return { host, view: new StreamedDocument(host, WORDS) }
}

/** The DOM of a text that came whole. */
export function rendered(text: string, streaming = false): HTMLElement {
  const { host, view } = aDocument()
  view.update(text, streaming)
  return host
}
