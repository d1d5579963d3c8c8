import { defineStore } from 'pinia'
import { computed, ref } from 'vue'
import type { WireError } from '#shared/protocol/common'
import { http } from '../lib/http.js'
import { onWake } from '../lib/wake.js'
import { refusalOf } from '../lib/refusal.js'
import { socket } from '../lib/socket.js'

export type ConnectionState = 'connecting' | 'online' | 'offline' | 'refused'

/** Whether this page is heard by the server, and the way back when it is not. */
export const useConnection = defineStore('connection', () => {
  const state = ref<ConnectionState>('connecting')
  /** How often it came online: watchers of rooms join them again when it grows. */
  const session = ref(0)
  /** Why the server does not take this page; while `refused`. */
  const refusal = ref<WireError | null>(null)
  /** It was heard once and is not now. */
  const lost = computed(() => session.value > 0 && state.value !== 'online')
  let cookieAsked = false
  let again: ReturnType<typeof setTimeout> | undefined
  let unwake = (): void => undefined

  function onConnect(): void {
    state.value = 'online'
    session.value += 1
    cookieAsked = false
  }

  function onDisconnect(): void {
    state.value = 'offline'
    // A server that closes a connection on purpose is not called back by the library.
    if (!socket.active) socket.connect()
  }

  async function onConnectError(error: Error): Promise<void> {
    const told = refusalOf(error)
    if (told?.code === 'session_required' && !cookieAsked) {
      cookieAsked = true
      // Any answer of the server brings the session's cookie.
      await http('GET', 'api/site')
      if (!socket.active) socket.connect()
      return
    }
    refusal.value = told
    state.value = told ? 'refused' : 'offline'
    clearTimeout(again)
    if (told?.retryAfterMs) again = setTimeout(retry, told.retryAfterMs)
  }

  function start(): void {
    socket.on('connect', onConnect)
    socket.on('disconnect', onDisconnect)
    socket.on('connect_error', onConnectError)
    // The library waits longer and longer between its attempts; whoever comes back need not.
    unwake = onWake(() => {
      if (state.value !== 'online') retry()
    })
    socket.connect()
  }

  function stop(): void {
    unwake()
    clearTimeout(again)
    socket.off('connect', onConnect)
    socket.off('disconnect', onDisconnect)
    socket.off('connect_error', onConnectError)
    socket.disconnect()
  }

  function retry(): void {
    clearTimeout(again)
    cookieAsked = false
    state.value = 'connecting'
    socket.disconnect().connect()
  }

  return { state, lost, refusal, session, start, stop, retry }
})
