import ssh2 from 'ssh2'

export interface KeyPair {
  /** In OpenSSH's own form. */
  private: string
  /** The line of an `authorized_keys` or `known_hosts`. */
  public: string
}

export const newKeyPair = (): KeyPair => ssh2.utils.generateKeyPairSync('ed25519')
