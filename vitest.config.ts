import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vitest/config'

// `ringside-source` makes the package's own `#server/*` and `#shared/*` resolve to TypeScript, not to dist/.
// `import` must not be named here: it would reach `require` in the workers too.
const resolve = { conditions: ['ringside-source', 'node'] }
const ssr = { resolve: { conditions: ['ringside-source', 'node'] } }

/** Ten times what the slowest of the quick ones take: a machine may be busy. By night, properties are tried longer. */
const testTimeout = process.env.NIGHTLY ? 600_000 : 20_000

/** No test leaves anything behind: files share a worker and what it has loaded, which halves their time. */
const isolate = false

export default defineConfig({
  test: {
    // One core less would be the default, which is half of a small machine.
    maxWorkers: '100%',
    projects: [
      {
        resolve,
        ssr,
        test: {
          name: 'unit',
          include: ['test/unit/**/*.test.ts'],
          exclude: ['test/unit/client/**'],
          pool: 'threads',
          isolate,
          testTimeout,
        },
      },
      {
        plugins: [vue()],
        resolve: { conditions: ['ringside-source', 'module', 'browser'] },
        test: {
          name: 'client',
          include: ['test/unit/client/**/*.test.ts'],
          environment: 'happy-dom',
          pool: 'threads',
          testTimeout,
          setupFiles: ['test/unit/client/happy-dom-gaps.ts', 'test/unit/client/all-words.ts'],
          // The tokens are read and checked; every other style sheet is empty in these tests.
          css: { include: /tokens\.css/ },
        },
      },
      {
        resolve,
        ssr,
        test: {
          name: 'integration',
          isolate,
          include: ['test/integration/**/*.test.ts'],
          globalSetup: ['test/support/build.setup.ts', 'test/support/postgres.setup.ts'],
          testTimeout: 30_000,
          expect: { poll: { timeout: 10_000 } },
          hookTimeout: 60_000,
        },
      },
      {
        resolve,
        ssr,
        test: {
          name: 'bench',
          include: ['test/bench/**/*.bench.ts'],
          exclude: ['test/bench/board*.bench.ts'],
          testTimeout: 900_000,
          // Every server of a bench runs warm first.
          hookTimeout: 400_000,
          fileParallelism: false,
        },
      },
      {
        resolve,
        ssr,
        test: {
          name: 'shots',
          include: ['test/shots/**/*.shots.ts'],
          globalSetup: ['test/support/build.setup.ts'],
          testTimeout: 180_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
      {
        // Arithmetic is measured as it is shipped: built, and loaded by Node itself.
        resolve: { conditions: ['node'] },
        ssr: { resolve: { conditions: ['node'] } },
        test: {
          name: 'bench-board',
          include: ['test/bench/board*.bench.ts'],
          globalSetup: ['test/support/build.setup.ts'],
          server: { deps: { external: [/\/dist\//] } },
          testTimeout: 600_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
      {
        resolve,
        ssr,
        test: {
          name: 'e2e',
          isolate,
          include: ['test/e2e/**/*.test.ts'],
          testTimeout: 90_000,
          // What a page says one sentence after the other takes its time.
          expect: { poll: { timeout: 20_000 } },
          hookTimeout: 120_000,
          // After all others: what takes a browser a second should not compete with all of them.
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
})
