import { hostName, hosts, integer, origins, proxies, publicUrl } from './setting-types.js'
import type { SettingTable } from './setting.js'

type NetworkSetting =
  'host' | 'port' | 'publicUrl' | 'allowedOrigins' | 'trustedProxies' | 'allowedApiHosts'

/** Where the arena listens, and under which addresses people come. */
export const NETWORK_SETTINGS: SettingTable<NetworkSetting> = {
  host: {
    variable: 'HOST',
    flag: { name: 'host', value: 'address' },
    schema: hostName,
    fallback: '127.0.0.1',
    about: 'Address to listen on; 0.0.0.0 lets other machines in.',
  },
  port: {
    variable: 'PORT',
    flag: { name: 'port', value: 'number' },
    schema: integer(0, 65_535),
    fallback: '7860',
    about: 'Port to listen on; 0 takes a free one.',
  },
  publicUrl: {
    variable: 'PUBLIC_URL',
    schema: publicUrl,
    about:
      'Address under which people reach the arena, for links and the origin check; its path is the sub-path.',
  },
  allowedOrigins: {
    variable: 'ALLOWED_ORIGINS',
    schema: origins,
    fallback: '',
    about: 'Further origins that may connect, separated by commas.',
  },
  trustedProxies: {
    variable: 'TRUSTED_PROXIES',
    schema: proxies,
    fallback: '',
    about:
      'Proxies whose X-Forwarded headers are believed, about the address of a visitor and about TLS: addresses, networks, loopback.',
  },
  allowedApiHosts: {
    variable: 'ALLOWED_API_HOSTS',
    schema: hosts,
    fallback: '',
    about:
      'Link-local and cloud metadata hosts that api_base may lead to all the same, by name or address, separated by commas.',
  },
}
