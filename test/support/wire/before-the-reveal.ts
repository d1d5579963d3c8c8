const FRAME = ['conversationId', 'seq', 'turn']
const ERROR = ['error.code', 'error.message']
const ENDED = [...FRAME, 'side', 'status', ...ERROR]
const SNAPSHOT = [
  'conversationId',
  'mode',
  'title',
  'createdAt',
  'votable',
  'open',
  'role',
  'presence',
  // How many, never how; and which links its owner has made.
  'voted',
  'links[]',
  'queue',
  ...['turn', 'text', 'images', 'createdAt'].map((key) => `turns[].${key}`),
  ...['a', 'b'].flatMap((side) =>
    ['text', 'status', 'attempt', 'reasked', 'runningMs', ...ERROR].map(
      (key) => `turns[].answers.${side}.${key}`,
    ),
  ),
]

/** All that may be told of a battle before its reveal: for each frame, reply and body, its keys. */
export const BEFORE_THE_REVEAL: Record<string, readonly string[]> = {
  'turn:started': [...FRAME, 'text', 'images', 'createdAt'],
  'turn:queued': [...FRAME, 'position'],
  'turn:done': [...FRAME, 'votable'],
  'answer:started': [...FRAME, 'side', 'attempt', 'reasked'],
  'answer:delta': [...FRAME, 'side', 'kind', 'text'],
  'answer:done': ENDED,
  'answer:failed': ENDED,
  // What others have voted is told to those who have.
  'conversation:changed': ['conversationId', 'title', 'votable', 'presence', 'voted', 'role'],
  'ack conversation:share': ['key', 'url'],
  'ack conversation:start': ['conversationId', 'turn'],
  'ack conversation:join': ['seq', 'now', ...SNAPSHOT.map((key) => `snapshot.${key}`)],
  'ack turn:stop': [],
  'ack turn:retry': ['ok', 'error.code', 'error.message'],
  'ack vote:cast': ['ok', 'error.code', 'error.message'],
  'GET conversation': SNAPSHOT,
  'GET export': [
    'conversationId',
    'mode',
    'title',
    'createdAt',
    ...['turn', 'text', 'images', 'createdAt'].map((key) => `turns[].${key}`),
    ...['a', 'b'].flatMap((side) =>
      ['text', 'status'].map((key) => `turns[].answers.${side}.${key}`),
    ),
  ],
  'GET history': [
    'next',
    ...[
      'conversationId',
      'mode',
      'title',
      'createdAt',
      'updatedAt',
      'turns',
      'unvoted',
      'failed',
      'pinned',
    ].map((key) => `conversations[].${key}`),
  ],
}

/** Headers of an answer to a request; none of them is made for one battle. */
export const HEADERS: readonly string[] = [
  'cache-control',
  'connection',
  // By the title, which is the person's own.
  'content-disposition',
  'content-encoding',
  'content-length',
  'content-security-policy',
  'content-type',
  'cross-origin-opener-policy',
  'cross-origin-resource-policy',
  'date',
  'etag',
  'keep-alive',
  'origin-agent-cluster',
  'permissions-policy',
  'referrer-policy',
  'set-cookie',
  'strict-transport-security',
  'transfer-encoding',
  'vary',
  'x-content-type-options',
  'x-dns-prefetch-control',
  'x-download-options',
  'x-frame-options',
  'x-permitted-cross-domain-policies',
  // Made by chance for each request, or given by the proxy in front.
  'x-request-id',
  'x-xss-protection',
]
