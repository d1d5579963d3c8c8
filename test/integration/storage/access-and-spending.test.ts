import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { AccessCodeRepository } from '#server/storage/admin/access-code.repository'
import type { KyselyDatabase } from '#server/storage/database/kysely-database'
import { ModelVersionRepository } from '#server/storage/boards/model-version.repository'
import { SpendingRepository } from '#server/storage/admin/spending.repository'
import { DIALECTS, newDatabase } from '../../support/databases.js'

describe.each(DIALECTS)('on %s', (dialect) => {
  let database: KyselyDatabase
  beforeAll(async () => {
    database = await newDatabase(dialect)
  })
  afterAll(() => database.close())

  it('codes are found by hash, let in while they are valid, and count their people', async () => {
    const codes = new AccessCodeRepository(database)
    const row = { label: '', createdAt: 1, expiresAt: null, revokedAt: null }
    await codes.add({ ...row, id: 'one', hash: 'hash-1' })
    await codes.add({ ...row, id: 'two', hash: 'hash-2', createdAt: 2, expiresAt: 10 })
    await expect(codes.add({ ...row, id: 'three', hash: 'hash-1' })).rejects.toThrow()
    expect((await codes.byHash('hash-2'))?.id).toBe('two')
    expect(await codes.byHash('hash-3')).toBeUndefined()
    expect((await codes.valid(9)).sort()).toEqual(['one', 'two'])
    expect(await codes.valid(10)).toEqual(['one'])

    await codes.admit({ voterId: 'v', codeId: 'one', createdAt: 3 })
    await codes.admit({ voterId: 'w', codeId: 'one', createdAt: 3 })
    await codes.admit({ voterId: 'v', codeId: 'two', createdAt: 4 })
    expect(await codes.codeOf('v')).toBe('two')
    const people = (await codes.all()).map((code) => [code.id, code.people])
    expect(people).toEqual([
      ['two', 1],
      ['one', 1],
    ])

    expect(await codes.revoke('one', 5)).toBe(true)
    expect(await codes.revoke('one', 6)).toBe(true)
    expect(await codes.revoke('none', 6)).toBe(false)
    expect((await codes.byHash('hash-1'))?.revokedAt).toBe(5)
    expect(await codes.valid(9)).toEqual(['two'])
  })

  it('what a day cost is added up by version and currency', async () => {
    const version = { id: 'v1', name: 'm', provider: 'openai' as const, demo: 0 as const }
    await new ModelVersionRepository(database).remember([version], 1)
    const spending = new SpendingRepository(database)
    const row = {
      day: 20_000,
      versionId: 'v1',
      currency: 'USD',
      answers: 1,
      estimated: 0,
      inputTokens: 3_000_000_000,
      outputTokens: 5,
      cost: 0.125,
    }
    await spending.add([])
    await spending.add([row, { ...row, currency: 'EUR', cost: 1 }])
    await spending.add([row, { ...row, day: 19_999 }])
    expect(await spending.since(20_000)).toEqual([
      { ...row, currency: 'EUR', cost: 1, name: 'm', version: 1 },
      { ...row, answers: 2, inputTokens: 6e9, outputTokens: 10, cost: 0.25, name: 'm', version: 1 },
    ])
    expect(await spending.since(19_999)).toHaveLength(3)
  })
})
