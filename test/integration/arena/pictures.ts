import type { ImageView } from '#shared/protocol/image'
import type { TestPerson } from '../../support/test-person.js'

/** Uploads bytes as a browser's form does; the answer as it is. */
export function post(
  person: Pick<TestPerson, 'url' | 'cookie'>,
  bytes: Buffer,
  { name = 'picture.png', type = 'image/png', headers = {} }: Sent = {},
): Promise<Response> {
  const form = new FormData()
  form.append('file', new Blob([new Uint8Array(bytes)], { type }), name)
  return fetch(`${person.url}/api/images`, {
    method: 'POST',
    body: form,
    headers: { cookie: person.cookie, ...headers },
  })
}

interface Sent {
  name?: string
  type?: string
  headers?: Record<string, string>
}

export async function upload(person: TestPerson, bytes: Buffer): Promise<ImageView> {
  const response = await post(person, bytes)
  if (response.status !== 201) throw new Error(await response.text())
  return (await response.json()) as ImageView
}

export const codeOf = async (response: Response): Promise<string> =>
  ((await response.json()) as { error: { code: string } }).error.code
