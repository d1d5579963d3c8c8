import type { ModelCatalog } from '#server/config/model-catalog'
import type { ModelEndpoint } from '#server/config/model-endpoint'
import { ContestantService } from '#server/leaderboard/contestant.service'
import type { ModelVersionRow } from '#server/storage/database/database'
import type { ModelVersionRepository } from '#server/storage/boards/model-version.repository'
import { describe, expect, it } from 'vitest'

const aModel = (versionId: string, more: Partial<ModelEndpoint> = {}) => ({
  versionId,
  demo: false,
  available: true,
  deprecated: false,
  anonyOnly: false,
  ...more,
})
const aVersion = (id: string, name: string, version: number, demo: 0 | 1 = 0) => ({
  id,
  name,
  version,
  demo,
})

const models = [
  aModel('v2', { organization: 'Acme', license: 'MIT', link: 'https://acme.example' }),
  aModel('hidden', { anonyOnly: true }),
  aModel('keyless', { available: false }),
  aModel('retired', { deprecated: true }),
  aModel('demo', { demo: true }),
]
const rows = [
  aVersion('v1', 'alpha', 1),
  aVersion('v2', 'alpha', 2),
  aVersion('hidden', 'mystery', 1),
  aVersion('demo', 'toy', 1, 1),
]
const service = new ContestantService(
  {
    all: () => models,
    byVersion: (id: string) => models.find(({ versionId }) => versionId === id),
  } as unknown as ModelCatalog,
  { all: () => Promise.resolve(rows as ModelVersionRow[]) } as unknown as ModelVersionRepository,
)

describe('who is on a board', () => {
  it('is every version that ever took part in its pool, hidden ones too', async () => {
    expect([...(await service.of('real')).keys()]).toEqual(['v1', 'v2', 'hidden'])
    expect([...(await service.of('demo')).keys()]).toEqual(['demo'])
  })

  it('is described by the configuration only where that still means it', async () => {
    const contestants = await service.of('real')
    expect(contestants.get('v1')).toEqual({
      name: 'alpha',
      version: 1,
      current: false,
      retired: true,
    })
    expect(contestants.get('v2')).toEqual({
      name: 'alpha',
      version: 2,
      current: true,
      retired: false,
      organization: 'Acme',
      license: 'MIT',
      link: 'https://acme.example',
      openWeights: true,
    })
  })

  it('before the first vote is only who can be met and may be known of', () => {
    expect(service.listed('real')).toEqual(['v2'])
    expect(service.listed('demo')).toEqual(['demo'])
  })
})
