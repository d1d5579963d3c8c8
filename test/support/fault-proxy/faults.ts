/** What can happen to the bytes of one direction; the verbs are those of toxiproxy. */
export interface Faults {
  /** Everything comes later by `ms`, give or take `jitterMs`, in its order. */
  latency?: { ms: number; jitterMs?: number }
  bandwidth?: { bytesPerSecond: number }
  /** The end of the connection is passed on so much later. */
  slowClose?: { ms: number }
  /** Nothing is read or passed on any more, and the connection stays; after `ms` it ends. */
  timeout?: { ms?: number }
  /** The connection ends where nothing came or went for so long, as proxies do with what they take for dead. */
  idle?: { ms: number }
  /** The connection is broken by a reset after so long. */
  resetPeer?: { ms: number }
  /** Pieces of at most `bytes`, so long after each other. */
  slicer?: { bytes: number; delayMs?: number }
  /** The connection ends after so many bytes. */
  limitData?: { bytes: number }
}

export type Direction = 'toServer' | 'toClient'
