import { closeSync, fsyncSync, openSync } from 'node:fs'

/** Returns when a file, or the names in a folder, would outlive a power failure. */
export function toDisk(path: string): void {
  const descriptor = openSync(path, 'r')
  try {
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}
