import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import type { Board, Slice } from '#shared/protocol/leaderboard'
import type { Failure } from '../lib/outcome.js'
import { request } from '../lib/request.js'
import { isSameSlice, leastSlice } from '../lib/slice-query.js'
import { socket } from '../lib/socket.js'

/** The board of one slice, kept in step with the server for as long as somebody watches. */
export const useLeaderboard = defineStore('leaderboard', () => {
  const board = shallowRef<Board | null>(null)
  const failure = ref<Failure | null>(null)
  const slice = shallowRef<Slice>({})
  let watched = false

  /** Whether the board that stands is the one that was asked for, and not the one before it. */
  const isCurrent = computed(
    () => board.value !== null && isSameSlice(board.value.slice, slice.value),
  )

  function take(next: Board): void {
    if (!isSameSlice(next.slice, slice.value)) return
    // A push can overtake the acknowledgement of the watch.
    if (isCurrent.value && next.updatedAt < board.value!.updatedAt) return
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

  function watch(first: Slice = slice.value): Promise<void> {
    watched = true
    slice.value = leastSlice(first)
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
    if (isSameSlice(next, slice.value)) return
    if (socket.connected) void request('leaderboard:unwatch', slice.value)
    slice.value = leastSlice(next)
    failure.value = null
    await refresh()
  }

  return { board, failure, slice, isCurrent, watch, unwatch, show, refresh }
})
