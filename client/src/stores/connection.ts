import { defineStore } from 'pinia'
import { ref } from 'vue'
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
  let cookieAsked = false
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
    const refusal = refusalOf(error)
    if (refusal === 'session_required' && !cookieAsked) {
      cookieAsked = true
      // Any answer of the server brings the session's cookie.
      await http('GET', 'api/site')
      if (!socket.active) socket.connect()
      return
    }
    state.value = refusal ? 'refused' : 'offline'
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
    socket.off('connect', onConnect)
    socket.off('disconnect', onDisconnect)
    socket.off('connect_error', onConnectError)
    socket.disconnect()
  }

  function retry(): void {
    cookieAsked = false
    state.value = 'connecting'
    socket.disconnect().connect()
  }

  return { state, session, start, stop, retry }
})
