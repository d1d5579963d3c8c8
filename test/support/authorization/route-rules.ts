import type { Role } from './roles.js'
import { THOSE_IN_IT } from './roles.js'

/**
 * `all`: the same for everybody. `self`: everybody, about themselves. `admin`: only with the token.
 * `of`: for these to a conversation or its picture; for others it is not there.
 */
export type RouteRule =
  { kind: 'all' | 'self' | 'admin' } | { kind: 'of'; may: readonly Role[]; body?: object }

const all = { kind: 'all' } as const
const self = { kind: 'self' } as const
const admin = { kind: 'admin' } as const

/** Who may ask for which route. A route of the server without a line here fails the test. */
export const ROUTE_RULES: Record<string, RouteRule> = {
  'GET /api/site': all,
  'GET /api/models': all,
  'GET /api/pages/:page': all,
  'POST /api/access': all,
  'GET /api/leaderboard': all,
  'GET /api/leaderboard/slices': all,
  'GET /api/leaderboard/matrices': all,
  'GET /api/leaderboard/pair': all,
  'GET /api/leaderboard/effect': self,
  'GET /api/leaderboard/model': all,
  'GET /api/leaderboard/history': all,
  'GET /api/leaderboard/draws': all,
  'GET /api/leaderboard/bootstrap': all,
  'POST /api/leaderboard/snapshots': all,
  'GET /api/leaderboard/snapshots/:id': all,
  'GET /api/leaderboard/snapshots/:id/board.csv': all,
  'GET /api/leaderboard/snapshots/:id/votes.jsonl': all,
  'GET /health/live': all,
  'GET /health/ready': all,
  'GET /api/conversations': self,
  'POST /api/images': self,
  'GET /api/consent': self,
  'POST /api/consent': self,
  'GET /api/me': self,
  'GET /api/me/export': self,
  'DELETE /api/me': self,
  'GET /api/conversations/:id': { kind: 'of', may: THOSE_IN_IT },
  'GET /api/conversations/:id/export': { kind: 'of', may: THOSE_IN_IT },
  'PATCH /api/conversations/:id': { kind: 'of', may: ['owner'], body: { title: 'Mine' } },
  'DELETE /api/conversations/:id': { kind: 'of', may: ['owner'] },
  'GET /api/images/:id': { kind: 'of', may: THOSE_IN_IT },
  'GET /metrics': admin,
  'GET /api/admin/overview': admin,
  'GET /api/admin/audit': admin,
  'GET /api/admin/backups': admin,
  'POST /api/admin/backups': admin,
  'GET /api/admin/votes': admin,
  'GET /api/admin/votes/counts': admin,
  'POST /api/admin/votes/:id/withdraw': admin,
  'POST /api/admin/votes/:id/restore': admin,
  'GET /api/admin/voters': admin,
  'POST /api/admin/voters/:id/exclude': admin,
  'POST /api/admin/voters/:id/restore': admin,
  'PUT /api/admin/battles/:id/labels': admin,
  'GET /api/admin/spend': admin,
  'GET /api/admin/access/codes': admin,
  'POST /api/admin/access/codes': admin,
  'POST /api/admin/access/codes/:id/revoke': admin,
  'GET /api/admin/export/:kind': admin,
  'POST /api/admin/reload': admin,
  'GET /api/admin/models': admin,
  'POST /api/admin/models/set': admin,
  'POST /api/admin/models/clear': admin,
  'POST /api/admin/models/test': admin,
  'GET /api/admin/conversations': admin,
  'POST /api/admin/conversations/:id/read': admin,
  'GET /api/admin/moderation': admin,
}
