import { basename, resolve } from 'node:path'
import { build } from 'vite'

const FOLDER = resolve('node_modules/.cache/ringside-bench')

/** Makes a script for a process of its own from a TypeScript file; packages stay outside of it. */
export async function compile(entry: string): Promise<string> {
  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: resolve(entry),
      outDir: FOLDER,
      emptyOutDir: false,
      target: 'node20',
      rollupOptions: { output: { entryFileNames: '[name].mjs' } },
    },
  })
  return resolve(FOLDER, `${basename(entry, '.ts')}.mjs`)
}
