import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { hostKeyOrder } from '#server/share/host-key-order'
import { KnownHosts } from '#server/share/known-hosts'
import { newKeyPair } from '../../support/ssh-keys.js'

/** Of `ssh.example`, made by `ssh-keygen -H`. */
const HASHED = '|1|J1GDUK9OqYXVJe81ok7FQZFdMYw=|J7ysBXqA/Xapza8v0kLYA8ceuHA='

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

it('takes a file that people have edited: a comment, several names, no end of the last line', () => {
  const [ours, other] = [newKey(), newKey()]
  const line = `10.0.0.7,ssh.example  ssh-ed25519 ${ours.toString('base64')} the arena's own`
  writeFileSync(hosts().file, line)
  expect([hosts().accepts(ours), hosts().accepts(other)]).toEqual([true, false])
  expect(hosts(2222).accepts(other)).toBe(true)
  expect(readFileSync(hosts().file, 'utf8').split('\n')).toEqual([
    line,
    `[ssh.example]:2222 ssh-ed25519 ${other.toString('base64')}`,
    '',
  ])
})

it('takes any key of a server that has several', () => {
  const keys = [newKey(), newKey()]
  const lines = keys.map((key) => `ssh.example ssh-ed25519 ${key.toString('base64')}\n`)
  writeFileSync(hosts().file, lines.join(''))
  expect(keys.map((key) => hosts().accepts(key))).toEqual([true, true])
  expect(hosts().accepts(newKey())).toBe(false)
})

it('finds names that OpenSSH has hashed', () => {
  const key = newKey()
  writeFileSync(hosts().file, `${HASHED} ssh-ed25519 ${key.toString('base64')}\n`)
  expect([hosts().accepts(newKey()), hosts().accepts(key)]).toEqual([false, true])
  expect(hosts(2222).keyType).toBeUndefined()
})

it('refuses a revoked key, be it the known one or the first, and goes by no other marker', () => {
  const [bad, good] = [newKey(), newKey()]
  const line = (names: string, key: Buffer) => `${names} ssh-ed25519 ${key.toString('base64')}\n`
  for (const names of ['ssh.example', '*', '10.0.0.7,*.example', HASHED]) {
    const revoked = line(`@revoked ${names}`, bad)
    writeFileSync(hosts().file, line('ssh.example', bad) + revoked)
    expect([names, hosts().accepts(bad), hosts().revokes(bad)]).toEqual([names, false, true])
    writeFileSync(hosts().file, revoked)
    expect([names, hosts().accepts(bad), hosts().accepts(good)]).toEqual([names, false, true])
  }
  writeFileSync(hosts().file, line('@revoked other.example,*,!ssh.example', bad))
  expect([hosts().revokes(bad), hosts().accepts(bad)]).toEqual([false, true])
  writeFileSync(hosts().file, line('@cert-authority *', bad))
  expect([hosts().keyType, hosts().revokes(bad)]).toEqual([undefined, false])
})

it('finds names by their pattern', () => {
  const key = newKey()
  writeFileSync(hosts().file, `s?h.*,!*.other ssh-ed25519 ${key.toString('base64')}\n`)
  expect([hosts().accepts(newKey()), hosts().accepts(key)]).toEqual([false, true])
  expect(hosts(2222).keyType).toBeUndefined()
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
