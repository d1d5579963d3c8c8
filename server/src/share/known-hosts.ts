import { createHmac } from 'node:crypto'
import { appendFileSync, readFileSync } from 'node:fs'

/** What names an SSH server in a file of known hosts: the port only where it is not the usual one. */
const nameOf = (host: string, port: number): string => (port === 22 ? host : `[${host}]:${port}`)

interface Entry {
  /** `@revoked`, `@cert-authority`, or nothing. */
  marker?: string
  type: string
  key: string
}

/** The file of known hosts cannot be read or written. */
export class KnownHostsFault extends Error {
  readonly code: string

  constructor(
    readonly file: string,
    cause: NodeJS.ErrnoException,
  ) {
    super('known hosts', { cause })
    this.code = cause.code ?? cause.name
  }
}

/**
 * Keys of SSH servers, in the form of OpenSSH's own known_hosts, which may be a copy of it. The first key of a
 * server is believed and remembered; from then on it has to show a remembered key.
 */
export class KnownHosts {
  private readonly name: string

  constructor(
    readonly file: string,
    host: string,
    port: number,
  ) {
    this.name = nameOf(host, port)
  }

  /** The type of the remembered key, such as `ssh-ed25519`. */
  get keyType(): string | undefined {
    return this.remembered()[0]?.type
  }

  /**
   * False where the server had another key before.
   * @throws KnownHostsFault
   */
  accepts(key: Buffer): boolean {
    if (this.revokes(key)) return false
    const shown = key.toString('base64')
    const known = this.remembered()
    if (known.length === 0) this.remember(`${this.name} ${typeOf(key)} ${shown}`)
    return known.length === 0 || known.some((entry) => entry.key === shown)
  }

  /** Whether a line says that nobody is to be trusted with this key. */
  revokes(key: Buffer): boolean {
    const shown = key.toString('base64')
    return this.entries().some((entry) => entry.marker === '@revoked' && entry.key === shown)
  }

  private remember(line: string): void {
    const unfinished = /[^\n]$/.test(this.text())
    try {
      appendFileSync(this.file, `${unfinished ? '\n' : ''}${line}\n`, { mode: 0o600 })
    } catch (error) {
      throw new KnownHostsFault(this.file, error as NodeJS.ErrnoException)
    }
  }

  private remembered(): Entry[] {
    return this.entries().filter(({ marker }) => marker === undefined)
  }

  /** The lines that speak of this server. */
  private entries(): Entry[] {
    return this.text()
      .split('\n')
      .flatMap((line) => {
        const words = line.trim().split(/\s+/)
        const marker = words[0]?.startsWith('@') ? words.shift() : undefined
        // What follows the key is a comment.
        const [names = '', type, key] = words
        return isAmong(names.split(','), this.name) && type && key ? [{ marker, type, key }] : []
      })
  }

  private text(): string {
    try {
      return readFileSync(this.file, 'utf8')
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return ''
      throw new KnownHostsFault(this.file, error as NodeJS.ErrnoException)
    }
  }
}

/** With `!` before a name the line is not of that server, whatever else it says. */
const isAmong = (names: readonly string[], name: string): boolean =>
  names.some((written) => isName(written, name)) &&
  !names.some((written) => written.startsWith('!') && isName(written.slice(1), name))

/** Names may be written as `|1|salt|hash`, so that the file does not tell whom somebody visits. */
function isName(written: string, name: string): boolean {
  const [, kind, salt, hash] = written.split('|')
  if (kind !== '1' || !salt) return patternOf(written).test(name)
  return createHmac('sha1', Buffer.from(salt, 'base64')).update(name).digest('base64') === hash
}

/** `*` stands for any letters, `?` for one. */
const patternOf = (written: string): RegExp =>
  new RegExp(
    `^${written
      .replaceAll(/[.+^${}()|[\]\\]/g, '\\$&')
      .replaceAll('*', '.*')
      .replaceAll('?', '.')}$`,
    'i',
  )

/** A key begins with the length of its type's name, and the name. */
const typeOf = (key: Buffer): string => key.subarray(4, 4 + key.readUInt32BE(0)).toString('latin1')
