import { describe, expect, it } from 'vitest'
import { parseSettings, type Environment, type Flags } from '#server/config/parse-settings'
import { StartupError } from '#server/config/startup-error'

const parse = (env: Environment = {}, flags: Flags = {}) => parseSettings(env, flags, '/home/arena')

function refusal(env: Environment, flags: Flags = {}): StartupError {
  try {
    parse(env, flags)
  } catch (error) {
    if (error instanceof StartupError) return error
    throw error
  }
  throw new Error('the settings were taken')
}

describe('settings without anything set', () => {
  it('are the documented defaults', () => {
    expect(parse()).toEqual({
      host: '127.0.0.1',
      port: 7860,
      endpointFile: '/home/arena/api_endpoint.json',
      visionArena: true,
      demo: 'auto',
      dataDir: '/home/arena/data',
      allowedOrigins: [],
      trustedProxies: [],
      allowedApiHosts: [],
      share: false,
      shareHost: 'localhost.run',
      sharePort: 22,
      shareUser: 'nokey',
      shareBind: { address: 'localhost', port: 80 },
      blindPace: 'paced',
      voteGraceMs: 3000,
      voteMinMs: 2000,
      access: 'open',
      consent: 'off',
      retentionDays: 0,
      moderation: 'off',
      moderationDown: 'closed',
      moderationApiBase: 'https://api.openai.com/v1',
      limits: 'public',
      promptsPerMinute: 30,
      promptsPerMinutePerAddress: 120,
      runningPerVoter: 6,
      votesPerMinute: 300,
      votesPerMinutePerAddress: 1200,
      ratedVotesPerHour: 400,
      ratedVotesPerDay: 1000,
      ratedVotesPerDayPerAddress: 2000,
      ratedVoteGapMs: 3000,
      ratedVotesPerPrompt: 3,
      joinsPerMinute: 300,
      joinsPerMinutePerAddress: 1200,
      eventsPerMinute: 600,
      eventsPerMinutePerAddress: 6000,
      requestsPerMinute: 600,
      requestsPerMinutePerAddress: 6000,
      imagesPerDayPerAddress: 1000,
      imageMbPerDayPerAddress: 2500,
      socketsPerSession: 100,
      socketsPerAddress: 300,
      sessionsPerHourPerAddress: 100,
      earlyVotesRated: false,
      voteReasons: ['correct', 'complete', 'clear', 'concise', 'tone'],
      voteFaults: ['wrong', 'incomplete', 'unclear', 'beside_point', 'refused'],
      providerConcurrency: 8,
      roomHoldMs: 900_000,
      stopWaitMs: 20_000,
      unwatchedMs: 120_000,
      imagesPerDay: 200,
      imageMbPerDay: 500,
      unsentImagesMb: 500,
      boardMinVotes: 100,
      modelMinVotes: 30,
      boardAnchor: undefined,
      sampling: 'active',
      samplingFloor: 25,
      frameMs: 40,
      flushMs: 500,
      logFormat: 'auto',
      logLevel: 'info',
    })
  })

  it('ask for reasons in words of one’s own, or for none', () => {
    expect(parse({ VOTE_REASONS: ' kind , to the point', VOTE_FAULTS: 'off' })).toMatchObject({
      voteReasons: ['kind', 'to the point'],
      voteFaults: [],
    })
    for (const wrong of ['kind,', 'kind, kind', '汉'.repeat(41), [...'abcdefghijklm'].join()]) {
      expect(refusal({ VOTE_REASONS: wrong }).message).toContain('VOTE_REASONS')
    }
    expect(parse({ VOTE_REASONS: '汉'.repeat(40) }).voteReasons).toHaveLength(1)
  })

  it('of limits follow the profile, and a limit that is set wins over it', () => {
    const team = parse({ LIMITS: 'team', SOCKETS_PER_ADDRESS: '7' })
    expect(team).toMatchObject({ promptsPerMinute: 30, promptsPerMinutePerAddress: 0 })
    expect(team.socketsPerAddress).toBe(7)
    expect(parse({ LIMITS: 'off' })).toMatchObject({ promptsPerMinute: 0, runningPerVoter: 0 })
    expect(refusal({ LIMITS: 'none' }).message).toContain('LIMITS')
  })

  it('of moderation need a key at OpenAI itself, and send OpenAI’s key nowhere else', () => {
    expect(refusal({ MODERATION: 'openai' }).message).toContain('OPENAI_API_KEY')
    const usual = { MODERATION: 'openai', OPENAI_API_KEY: 'k' }
    expect(parse(usual).moderationApiKey).toBe('k')
    const own = { ...usual, MODERATION_API_BASE: 'https://judge.example/v1/' }
    expect(parse(own)).toMatchObject({ moderationApiBase: 'https://judge.example/v1' })
    expect(parse(own).moderationApiKey).toBeUndefined()
    expect(parse({ OPENAI_API_KEY: 'k' }).moderationApiKey).toBeUndefined()
  })

  it('of money are an amount and a currency', () => {
    expect(parse({ BUDGET_PER_DAY: '20' }).budgetPerDay).toEqual({ amount: 20, currency: 'USD' })
    expect(parse({ BUDGET_PER_DAY: '0.5 EUR' }).budgetPerDay?.currency).toBe('EUR')
    expect(refusal({ BUDGET_PER_DAY: 'much' }).message).toContain('20 EUR')
  })

  it('cannot be changed afterwards', () => {
    expect(Object.isFrozen(parse())).toBe(true)
  })

  it('take an empty variable for an unset one, as compose files write it', () => {
    expect(parse({ PORT: '', ADMIN_TOKEN: '' })).toEqual(parse())
  })
})

describe('a setting', () => {
  it.each<[Environment, object]>([
    [{ HOST: '0.0.0.0' }, { host: '0.0.0.0' }],
    [{ HOST: '::1' }, { host: '::1' }],
    [{ PORT: '0' }, { port: 0 }],
    [{ PORT: '65535' }, { port: 65_535 }],
    [{ DATA_DIR: 'store' }, { dataDir: '/home/arena/store' }],
    [{ DATA_DIR: '/var/lib/ringside' }, { dataDir: '/var/lib/ringside' }],
    [{ API_ENDPOINT_FILE: '../models.json' }, { endpointFile: '/home/models.json' }],
    [{ DATABASE_URL: 'postgres://u:p@db/arena' }, { databaseUrl: 'postgres://u:p@db/arena' }],
    [{ ADMIN_TOKEN: 'a'.repeat(32) }, { adminToken: 'a'.repeat(32) }],
    [{ METRICS_TOKEN: 'm' }, { metricsToken: 'm' }],
    [{ SESSION_SECRET: '0123456789abcdef' }, { sessionSecret: '0123456789abcdef' }],
    [{ BLIND_PACE: 'strict' }, { blindPace: 'strict' }],
    [
      { VOTE_GRACE_MS: '0', VOTE_MIN_MS: '0' },
      { voteGraceMs: 0, voteMinMs: 0 },
    ],
    [{ DEMO: 'off' }, { demo: 'off' }],
    [{ VISION_ARENA: 'off' }, { visionArena: false }],
    [{ PUBLIC_URL: 'https://a.example/arena/' }, { publicUrl: 'https://a.example/arena' }],
    [{ PUBLIC_URL: 'https://a.example' }, { publicUrl: 'https://a.example' }],
    [
      { ALLOWED_ORIGINS: 'https://a.example, http://localhost:5173/' },
      { allowedOrigins: ['https://a.example', 'http://localhost:5173'] },
    ],
    [
      { TRUSTED_PROXIES: 'loopback,10.0.0.0/8,::1,fd00::/8' },
      { trustedProxies: ['loopback', '10.0.0.0/8', '::1', 'fd00::/8'] },
    ],
    [
      { ALLOWED_API_HOSTS: '169.254.1.2, fe80::1 [FE80::2], 0xa9fea9fe metadata.' },
      { allowedApiHosts: ['169.254.1.2', 'fe80::1', 'fe80::2', '169.254.169.254', 'metadata'] },
    ],
    [
      { SHARE: 'on', SHARE_HOST: 'ssh.example', SHARE_PORT: '2222', SHARE_USER: 'me' },
      { share: true, shareHost: 'ssh.example', sharePort: 2222, shareUser: 'me' },
    ],
    [{ SHARE_KEY_FILE: 'key' }, { shareKeyFile: '/home/arena/key' }],
    [{ SHARE_BIND: '0' }, { shareBind: { address: 'localhost', port: 0 } }],
    [{ SHARE_BIND: '0.0.0.0:8080' }, { shareBind: { address: '0.0.0.0', port: 8080 } }],
    [{ SHARE_BIND: '[::]:8080' }, { shareBind: { address: '::', port: 8080 } }],
    [{ SHARE_URL: 'http://ssh.example:{port}' }, { shareUrl: 'http://ssh.example:{port}' }],
    [{ SHARE_URL: 'https://arena.example/' }, { shareUrl: 'https://arena.example' }],
    [
      { FRAME_MS: '0', FLUSH_MS: '50' },
      { frameMs: 0, flushMs: 50 },
    ],
    [{ PROMPTS_PER_MINUTE: '5', RUNNING_PER_VOTER: '1' }, { promptsPerMinute: 5 }],
    [{ LOG_LEVEL: 'silent' }, { logLevel: 'silent' }],
  ])('is read from the variable: %j', (env, expected) => {
    expect(parse(env)).toMatchObject(expected)
  })

  it('is read from the flag before the variable', () => {
    const env = { HOST: '10.0.0.1', PORT: '8000', API_ENDPOINT_FILE: 'a.json', VISION_ARENA: 'on' }
    const flags = {
      host: '0.0.0.0',
      port: '9000',
      'register-api-endpoint-file': 'b.json',
      'vision-arena': false,
    }
    expect(parse(env, flags)).toMatchObject({
      host: '0.0.0.0',
      port: 9000,
      endpointFile: '/home/arena/b.json',
      visionArena: false,
    })
  })

  it('may be wrong in the variable that a flag replaces', () => {
    expect(parse({ PORT: 'no' }, { port: '1' }).port).toBe(1)
  })
})

describe('a wrong setting', () => {
  it.each<[string, string]>([
    ['HOST', 'two words'],
    ['PORT', '65536'],
    ['PORT', '-1'],
    ['PORT', '80.5'],
    ['PORT', '1e3'],
    ['DATABASE_URL', 'mysql://secret@db'],
    ['ADMIN_TOKEN', `with space${'a'.repeat(32)}`],
    ['ADMIN_TOKEN', 'canary'.repeat(5)],
    ['METRICS_TOKEN', 'with space'],
    ['SESSION_SECRET', 'tooshort'],
    ['SESSION_SECRET_PREVIOUS', 'tooshort'],
    ['RETENTION_DAYS', '-1'],
    ['BLIND_PACE', 'fast'],
    ['VOTE_GRACE_MS', '3s'],
    ['DEMO', 'maybe'],
    ['VISION_ARENA', 'perhaps'],
    ['PUBLIC_URL', 'no-address'],
    ['PUBLIC_URL', 'https://a.example/?q=1'],
    ['PUBLIC_URL', 'https://user@a.example'],
    ['ALLOWED_ORIGINS', 'https://a.example/path'],
    ['ALLOWED_ORIGINS', '*'],
    ['TRUSTED_PROXIES', '10.0.0.0/33'],
    ['TRUSTED_PROXIES', 'everyone'],
    ['ALLOWED_API_HOSTS', 'http://169.254.1.2'],
    ['ALLOWED_API_HOSTS', '169.254.1.2:80'],
    ['ALLOWED_API_HOSTS', '169.254.0.0/16'],
    ['SHARE_USER', 'me@there'],
    ['SHARE_BIND', '65536'],
    ['SHARE_BIND', 'everywhere'],
    ['SHARE_URL', 'https://a.example/path'],
    ['SHARE_URL', 'a.example'],
    ['FLUSH_MS', '9'],
    ['PROMPTS_PER_MINUTE', '-5'],
    ['LOG_LEVEL', 'loud'],
  ])('%s is named with what was expected and without its value', (variable, value) => {
    const error = refusal({ [variable]: value })
    expect(error.exitCode).toBe(78)
    expect(error.faults).toEqual([
      { path: variable, message: expect.stringMatching(/^expected /) as string },
    ])
    expect(error.message).not.toContain(value)
  })

  it('says how long an admin token has to be', () => {
    const { faults } = refusal({ ADMIN_TOKEN: 'a'.repeat(31) })
    expect(faults[0]?.message).toMatch(/^expected at least 32 characters, such as/)
  })

  it('does not hide the others', () => {
    const error = refusal({ PORT: 'x', DEMO: 'x', LOG_LEVEL: 'x' })
    expect(error.faults.map(({ path }) => path)).toEqual(['PORT', 'DEMO', 'LOG_LEVEL'])
  })

  it('is a mistake in the command when a flag has it', () => {
    const error = refusal({ DEMO: 'x' }, { port: 'x' })
    expect(error.exitCode).toBe(64)
    expect(error.faults[0]).toEqual({
      path: '--port',
      message: 'expected a whole number from 0 to 65535',
    })
  })
})

describe('a token beside a public link', () => {
  const STRONG = '3f9a1c07d2b84e65a0c9f1d7e8b26354'

  it.each([['ADMIN_TOKEN'], ['METRICS_TOKEN']])('%s has to be strong', (variable) => {
    for (const weak of ['short', STRONG.slice(1), 'secret'.repeat(8)]) {
      const { faults, message, exitCode } = refusal({ [variable]: weak }, { share: true })
      expect(faults.map(({ path }) => path)).toEqual([variable])
      expect([exitCode, message.includes(weak)]).toEqual([78, false])
    }
    expect(parse({ [variable]: 'secret'.repeat(8) }).share).toBe(false)
    expect(parse({ [variable]: STRONG }, { share: true }).share).toBe(true)
  })

  it('may be missing', () => {
    expect(parse({}, { share: true }).adminToken).toBeUndefined()
  })
})
