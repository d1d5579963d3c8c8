import { resolve } from 'node:path'
import { build } from 'vite'

/** The page that renders naively, as one script. */
export async function naiveBundle(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    resolve: { alias: [{ find: /^#shared\//, replacement: `${resolve('shared')}/` }] },
    build: {
      write: false,
      target: 'esnext',
      lib: { entry: resolve('test/bench/client/naive.page.ts'), formats: ['es'] },
      rollupOptions: { output: { codeSplitting: false } },
    },
  })
  const outputs = Array.isArray(built) ? built : [built]
  const script = outputs
    .flatMap((each) => ('output' in each ? each.output : []))
    .find((file) => file.type === 'chunk')
  if (!script) throw new Error('There is no script.')
  return script.code
}
