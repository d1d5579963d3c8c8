/** The addresses of the pages, as the client's router writes them; every other address is no page. */
export const PAGE_PATHS = {
  battle: '/',
  'side-by-side': '/side-by-side',
  direct: '/direct',
  conversation: '/c/:conversationId',
  leaderboard: '/leaderboard',
  'leaderboard-pair': '/leaderboard/pair',
  'leaderboard-model': '/leaderboard/model',
  'leaderboard-snapshot': '/leaderboard/snapshots/:id',
  admin: '/admin/:section?',
  me: '/me',
  about: '/about',
  terms: '/terms',
  privacy: '/privacy',
} as const

const PATTERNS = Object.values(PAGE_PATHS).map(
  (path) =>
    new RegExp(`^${path.replace(/\/:\w+\?/g, '(/[^/]+)?').replace(/:\w+/g, '[^/]+')}/?$`, 'i'),
)

/** Whether there is a page at a path, which begins with a slash and has no query. */
export const isPage = (path: string): boolean => PATTERNS.some((pattern) => pattern.test(path))
