import { defineStore } from 'pinia'
import { ref, shallowRef } from 'vue'
import type { Board, Slice } from '#shared/protocol/leaderboard'
import type { Failure } from '../lib/outcome.js'
import { request } from '../lib/request.js'
import { socket } from '../lib/socket.js'

const isSame = (one: Slice, other: Slice): boolean =>
  (['category', 'language', 'period', 'styleControl', 'demo'] as const).every(
    (name) => one[name] === other[name],
  )

/** The board of one slice, kept in step with the server for as long as somebody watches. */
export const useLeaderboard = defineStore('leaderboard', () => {
  const board = shallowRef<Board | null>(null)
  const failure = ref<Failure | null>(null)
  const slice = ref<Slice>({})
  let watched = false

  function take(next: Board): void {
    if (!isSame(next.slice, slice.value)) return
    const shown = board.value
    // A push can overtake the acknowledgement of the watch.
    if (shown && isSame(shown.slice, next.slice) && next.updatedAt < shown.updatedAt) return
    board.value = next
    failure.value = null
  }

  /** Asks for the board and all that follow it: at the start, and after each loss of the connection. */
  async function refresh(): Promise<void> {
    const asked = slice.value
    const outcome = await request('leaderboard:watch', asked)
    if (!watched || asked !== slice.value) return
    failure.value = outcome.ok ? null : outcome.error
    if (outcome.ok) take(outcome.data)
  }

  function onConnect(): void {
    void refresh()
  }

  function watch(): Promise<void> {
    watched = true
    socket.on('leaderboard:updated', take)
    socket.on('connect', onConnect)
    return refresh()
  }

  function unwatch(): void {
    watched = false
    socket.off('leaderboard:updated', take)
    socket.off('connect', onConnect)
    if (socket.connected) void request('leaderboard:unwatch', slice.value)
  }

  /** Turns to another slice; the board that stands is shown until the new one is there. */
  async function show(next: Slice): Promise<void> {
    if (isSame(next, slice.value)) return
    if (socket.connected) void request('leaderboard:unwatch', slice.value)
    slice.value = next
    await refresh()
  }

  return { board, failure, slice, watch, unwatch, show, refresh }
})
