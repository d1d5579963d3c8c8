import { z } from 'zod'
import { hostName, integer, linkTemplate, listening, onOff, userName } from './setting-types.js'
import type { SettingTable } from './setting.js'

type ShareSetting = Extract<keyof SettingTable, `share${string}`>

/** The public link. */
export const SHARE_SETTINGS: SettingTable<ShareSetting> = {
  share: {
    variable: 'SHARE',
    flag: { name: 'share' },
    schema: onOff,
    fallback: 'off',
    about:
      'Asks an SSH server for a public link to this arena, and keeps it up until the arena stops.',
  },
  shareHost: {
    variable: 'SHARE_HOST',
    schema: hostName,
    fallback: 'localhost.run',
    about: 'SSH server of the public link: a public service, or any sshd of your own.',
  },
  sharePort: {
    variable: 'SHARE_PORT',
    schema: integer(1, 65_535),
    fallback: '22',
    about: 'Port of that SSH server.',
  },
  shareUser: {
    variable: 'SHARE_USER',
    schema: userName,
    fallback: 'nokey',
    about: 'User at that SSH server.',
  },
  shareKeyFile: {
    variable: 'SHARE_KEY_FILE',
    schema: z.string(),
    about: 'Private key for that SSH server, without a passphrase; public services need none.',
  },
  shareBind: {
    variable: 'SHARE_BIND',
    schema: listening,
    fallback: '80',
    about:
      'What that SSH server is asked to listen on, as in ssh -R: [address:]port; port 0 lets it choose.',
  },
  shareUrl: {
    variable: 'SHARE_URL',
    schema: linkTemplate,
    about:
      'The public link, for an SSH server that tells none; {port} stands for the port on which it listens.',
  },
}
