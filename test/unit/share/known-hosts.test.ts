import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { hostKeyOrder } from '#server/share/host-key-order'
import { KnownHosts } from '#server/share/known-hosts'
import { newKeyPair } from '../../support/ssh-keys.js'

let folder: string
const hosts = (port = 22) => new KnownHosts(join(folder, 'known-hosts'), 'ssh.example', port)
const newKey = () => Buffer.from(newKeyPair().public.split(' ')[1]!, 'base64')

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ringside-hosts-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

it('believes the first key, and then that one alone', () => {
  const key = newKey()
  expect(hosts().accepts(key)).toBe(true)
  expect(hosts().accepts(key)).toBe(true)
  expect(hosts().accepts(newKey())).toBe(false)
  expect(hosts().keyType).toBe('ssh-ed25519')
})

it('tells servers apart by their port', () => {
  expect(hosts().accepts(newKey())).toBe(true)
  expect(hosts(2222).accepts(newKey())).toBe(true)
})

it('writes lines as OpenSSH does', () => {
  const [usual, other] = [newKey(), newKey()]
  hosts().accepts(usual)
  hosts(2222).accepts(other)
  expect(readFileSync(hosts().file, 'utf8').split('\n')).toEqual([
    `ssh.example ssh-ed25519 ${usual.toString('base64')}`,
    `[ssh.example]:2222 ssh-ed25519 ${other.toString('base64')}`,
    '',
  ])
})

it('asks for the known type of key first, and for every type', () => {
  expect(hostKeyOrder(undefined)[0]).toBe('ssh-ed25519')
  expect(hostKeyOrder('ssh-rsa').slice(0, 3)).toEqual([
    'rsa-sha2-512',
    'rsa-sha2-256',
    'ssh-ed25519',
  ])
  expect(hostKeyOrder('ssh-rsa').toSorted()).toEqual(hostKeyOrder(undefined).toSorted())
})
