import type { TestArena } from './test-arena.js'

export const ADMIN_TOKEN = 'a-token-of-more-than-thirty-two-letters'

export interface AdminReply<T> {
  status: number
  body: T
}

/** Whoever runs an arena that was started with `ADMIN_TOKEN`. */
export const adminOf =
  (arena: () => Pick<TestArena, 'url'>, token = ADMIN_TOKEN) =>
  async <T = Record<string, unknown>>(
    method: 'GET' | 'POST' | 'PUT',
    path: string,
    body?: unknown,
  ): Promise<AdminReply<T>> => {
    const response = await fetch(`${arena().url}/api/admin/${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    const text = await response.text()
    return { status: response.status, body: (text ? JSON.parse(text) : undefined) as T }
  }
