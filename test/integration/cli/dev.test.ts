import { execFile } from 'node:child_process'
import { createServer, type AddressInfo, type Server } from 'node:net'
import { afterEach, beforeEach, expect, it } from 'vitest'

let other: Server

beforeEach(async () => {
  other = createServer()
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
})
afterEach(() => new Promise((resolve) => other.close(resolve)))

it('`npm run dev` ends where its port belongs to another program, and says which', async () => {
  const { port } = other.address() as AddressInfo
  const env = { ...process.env, PORT: String(port), HOST: '127.0.0.1' }
  const [code, words] = await new Promise<[unknown, string]>((resolve) => {
    execFile(process.execPath, ['scripts/dev.mjs'], { env, timeout: 20_000 }, (error, _, stderr) =>
      resolve([error?.code, stderr]),
    )
  })
  expect(words).toContain(`Port ${port} is taken by another program.`)
  expect(code).toBe(1)
})
