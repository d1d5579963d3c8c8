import { fileURLToPath } from 'node:url'
import tailwindcss from '@tailwindcss/vite'
import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vite'

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url))
const server = process.env.RINGSIDE_DEV_SERVER ?? 'http://localhost:7860'

export default defineConfig({
  root: path('.'),
  // Assets are found relative to the page's <base>, which the server sets: the same build serves any sub-path.
  base: './',
  plugins: [vue(), tailwindcss()],
  resolve: {
    // An alias, not the `source` condition: some packages export untranspiled sources under that name.
    alias: [{ find: /^#shared\//, replacement: path('../shared/') }],
  },
  define: {
    // Every component here is written with the other one.
    __VUE_OPTIONS_API__: false,
    __VUE_I18N_LEGACY_API__: false,
    __VUE_I18N_FULL_INSTALL__: false,
    __INTLIFY_PROD_DEVTOOLS__: false,
  },
  build: {
    outDir: path('../dist/client'),
    emptyOutDir: true,
    // The first versions with light-dark(), which the tokens rest on.
    cssTarget: ['chrome123', 'edge123', 'firefox120', 'safari17.5'],
    // Fonts and icons stay files: `font-src 'self'` allows no data: URL.
    assetsInlineLimit: 0,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            // What every page needs, in one file: fewer requests, and better compressed.
            {
              name: 'vendor',
              test: /node_modules\/(vue|@vue|vue-router|pinia|vue-i18n|@intlify|socket\.io[^/]*|engine\.io[^/]*|@socket\.io|@vueuse)\//,
            },
            {
              name: 'shell',
              test: /client\/src\/(stores\/(?!admin|leaderboard|presets)|components\/ui\/Ui(Button|IconButton|Banner|Toggle|Skeleton|Badge|EmptyRing|Menu|Tooltip)\.|lib\/(http|request|outcome|socket|slice-query|share-key|save-file)\.)|reka-ui\/dist\/(Primitive|ConfigProvider|shared)\/|@lucide\/vue\/dist\/esm\/(createLucideIcon|Icon|icons\/(trash|pencil|download|ellipsis|search|arrow-up|x|check))\b/,
            },
          ],
        },
      },
    },
    // In kB: the library of charts is as large as that. Only the leaderboard loads it, after its table.
    chunkSizeWarningLimit: 650,
  },
  server: {
    port: 5173,
    strictPort: true,
    proxy: {
      '/api': server,
      '/health': server,
      '/socket.io': { target: server, ws: true },
    },
  },
})
