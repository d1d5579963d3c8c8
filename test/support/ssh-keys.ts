import ssh2 from 'ssh2'

export interface KeyPair {
  /** In OpenSSH's own form. */
  private: string
  /** The line of an `authorized_keys` or `known_hosts`. */
  public: string
}

/** One in 256 keys that `ssh2` makes it cannot read: a leading zero is lost. Those are made anew. */
export function newKeyPair(): KeyPair {
  const pair = ssh2.utils.generateKeyPairSync('ed25519')
  return ssh2.utils.parseKey(pair.private) instanceof Error ? newKeyPair() : pair
}
