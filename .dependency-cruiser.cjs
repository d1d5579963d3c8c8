// The architecture as rules: arrows point inward, and nothing goes round in a circle.
const inside = (folders) => `^server/src/(${folders.join('|')})(/|$)`

/** A folder of the server may import from these folders and from no other. */
const only = (name, allowed) => ({
  name: `${name}-points-inward`,
  severity: 'error',
  from: { path: inside([name]) },
  to: { path: '^server/src/', pathNot: inside([name, ...allowed]) },
})

const base = [
  'edge',
  'domain',
  'config',
  'storage',
  'limits',
  'session',
  'gate',
  'realtime',
  'metrics',
]

module.exports = {
  forbidden: [
    { name: 'no-circle-of-files', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-circle-of-folders',
      severity: 'error',
      scope: 'folder',
      from: { path: '^(server|shared|client)/' },
      to: { circular: true },
    },
    {
      name: 'domain-is-pure',
      comment:
        'No framework, clock, randomness or I/O: the domain is a folder that could be published.',
      severity: 'error',
      from: { path: inside(['domain']) },
      to: {
        pathNot: ['^server/src/domain/', '^shared/(vocabulary|error-codes|limits|text-size)\\.ts$'],
      },
    },
    {
      name: 'shared-stands-alone',
      severity: 'error',
      from: { path: '^shared/' },
      to: { pathNot: ['^shared/', '^node_modules/zod/'] },
    },
    {
      name: 'client-knows-no-server',
      severity: 'error',
      from: { path: '^client/' },
      to: { path: '^server/' },
    },
    {
      name: 'server-knows-no-client',
      severity: 'error',
      from: { path: '^(server|shared)/' },
      to: { path: '^(client|test)/' },
    },
    only('config', ['domain']),
    only('storage', ['domain', 'config']),
    only('metrics', ['domain', 'config', 'edge', 'session']),
    only('edge', ['domain']),
    only('limits', ['domain', 'config']),
    only('session', ['domain', 'config', 'edge', 'limits']),
    only('gate', ['domain', 'config', 'edge', 'storage', 'limits', 'session']),
    only('realtime', ['domain', 'config', 'edge', 'limits', 'session', 'gate', 'metrics']),
    only('images', ['domain', 'config', 'edge', 'storage', 'limits']),
    only('moderation', [...base, 'images']),
    only('provider', [...base, 'images']),
    only('arena', [...base, 'images', 'moderation', 'provider']),
    only('leaderboard', base),
    only('share', base),
    only('admin', [...base, 'moderation', 'provider', 'arena', 'leaderboard', 'share']),
    only('health', base),
    {
      name: 'kysely-only-in-storage',
      severity: 'error',
      from: { path: '^server/src/', pathNot: inside(['storage']) },
      to: { path: '^node_modules/(kysely|better-sqlite3|better-sqlite3-napi|pg)/' },
    },
    {
      name: 'socket.io-only-at-the-edge',
      severity: 'error',
      from: {
        path: '^server/src/',
        pathNot: ['^server/src/realtime/', '\\.(gateway|broadcaster)\\.ts$'],
      },
      to: { path: '^node_modules/socket\\.io/' },
    },
    {
      name: 'one-folder-a-provider-sdk',
      severity: 'error',
      from: {
        path: '^server/src/',
        pathNot: '^server/src/provider/(openai|anthropic|gemini|mistral)/',
      },
      to: { path: '^node_modules/(openai|@anthropic-ai|@google|@mistralai)/' },
    },
    {
      name: 'sharp-only-in-images',
      severity: 'error',
      from: { path: '^server/src/', pathNot: inside(['images']) },
      to: { path: '^node_modules/sharp/' },
    },
    {
      name: 'no-import-of-the-missing',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['ringside-source', 'import', 'node', 'default', 'types'],
      extensions: ['.ts', '.js', '.mjs', '.vue', '.json'],
    },
  },
}
