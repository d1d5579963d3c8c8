import { fetchApi, refusalOf } from './http.js'
import { failed, type Outcome } from './outcome.js'

export interface NamedFile {
  file: Blob
  name: string
}

/** A file that the API makes, under the name that it gives it. */
export async function fetchFile(path: string): Promise<Outcome<NamedFile>> {
  const response = await fetchApi('GET', path)
  if (!response) return failed('offline')
  if (!response.ok) return refusalOf(response, await response.text().catch(() => ''))
  const file = await response.blob().catch(() => null)
  // Broken off on its way: half a conversation is none.
  if (!file) return failed('offline')
  return { ok: true, data: { file, name: nameIn(response.headers.get('content-disposition')) } }
}

function nameIn(disposition: string | null): string {
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(disposition ?? '')?.[1]
  if (encoded) return decodeURIComponent(encoded)
  return /filename="?([^";]+)"?/i.exec(disposition ?? '')?.[1] ?? 'conversation'
}
