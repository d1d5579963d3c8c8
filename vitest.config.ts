import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vitest/config'

// `source` makes the package's own `#server/*` and `#shared/*` resolve to TypeScript, not to dist/.
const resolve = { conditions: ['source', 'module', 'node', 'import', 'default'] }
const ssr = { resolve: { conditions: ['source', 'node', 'import', 'default'] } }

export default defineConfig({
  test: {
    projects: [
      {
        resolve,
        ssr,
        test: {
          name: 'unit',
          include: ['test/unit/**/*.test.ts'],
          exclude: ['test/unit/client/**'],
        },
      },
      {
        plugins: [vue()],
        resolve: { conditions: ['source', 'module', 'browser', 'import', 'default'] },
        test: {
          name: 'client',
          include: ['test/unit/client/**/*.test.ts'],
          environment: 'happy-dom',
        },
      },
      {
        resolve,
        ssr,
        test: {
          name: 'integration',
          include: ['test/integration/**/*.test.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        resolve,
        ssr,
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          testTimeout: 90_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
    ],
  },
})
