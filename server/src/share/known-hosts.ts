import { appendFileSync, readFileSync } from 'node:fs'

/** What names an SSH server in a file of known hosts: the port only where it is not the usual one. */
const nameOf = (host: string, port: number): string => (port === 22 ? host : `[${host}]:${port}`)

/**
 * Keys of SSH servers, in the form of OpenSSH's own known_hosts. The first key of a server is believed and
 * remembered; from then on it has to show that key.
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
    return this.remembered()?.split(' ')[1]
  }

  /** False where the server had another key before. */
  accepts(key: Buffer): boolean {
    const line = `${this.name} ${typeOf(key)} ${key.toString('base64')}`
    const known = this.remembered()
    if (known === undefined) appendFileSync(this.file, `${line}\n`, { mode: 0o600 })
    return known === undefined || known === line
  }

  private remembered(): string | undefined {
    return this.lines().find((line) => line.startsWith(`${this.name} `))
  }

  private lines(): string[] {
    try {
      return readFileSync(this.file, 'utf8').split('\n')
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
      throw error
    }
  }
}

/** A key begins with the length of its type's name, and the name. */
const typeOf = (key: Buffer): string => key.subarray(4, 4 + key.readUInt32BE(0)).toString('latin1')
