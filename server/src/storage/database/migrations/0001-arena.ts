import type { Kysely } from 'kysely'

/** The tables of the arena. Votes outlive their conversation, so they reference no other table. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await createModelVersions(db)
  await createConversations(db)
  await createAnswers(db)
  await createVotes(db)
  await createCommands(db)
}

async function createModelVersions(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('modelVersions')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('version', 'integer', (c) => c.notNull())
    .addColumn('provider', 'text', (c) => c.notNull())
    .addColumn('demo', 'integer', (c) => c.notNull())
    .addColumn('createdAt', 'bigint', (c) => c.notNull())
    .addColumn('rejectedParameters', 'text', (c) => c.notNull().defaultTo('[]'))
    .addUniqueConstraint('modelVersionsNameVersion', ['name', 'version'])
    .execute()
}

async function createConversations(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('conversations')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('ownerId', 'text', (c) => c.notNull())
    .addColumn('mode', 'text', (c) => c.notNull())
    .addColumn('title', 'text', (c) => c.notNull())
    .addColumn('createdAt', 'bigint', (c) => c.notNull())
    .addColumn('updatedAt', 'bigint', (c) => c.notNull())
    .addColumn('seq', 'bigint', (c) => c.notNull().defaultTo(0))
    .addColumn('drawProbability', 'double precision')
    .addColumn('parameters', 'text')
    .addColumn('systemPrompt', 'text')
    .execute()
  await db.schema
    .createIndex('conversationsOwnerUpdated')
    .on('conversations')
    .columns(['ownerId', 'updatedAt'])
    .execute()

  await db.schema
    .createTable('sides')
    .addColumn('conversationId', 'text', (c) =>
      c.notNull().references('conversations.id').onDelete('cascade'),
    )
    .addColumn('side', 'text', (c) => c.notNull())
    .addColumn('versionId', 'text', (c) => c.notNull().references('modelVersions.id'))
    .addPrimaryKeyConstraint('sidesKey', ['conversationId', 'side'])
    .execute()

  await db.schema
    .createTable('turns')
    .addColumn('conversationId', 'text', (c) =>
      c.notNull().references('conversations.id').onDelete('cascade'),
    )
    .addColumn('turn', 'integer', (c) => c.notNull())
    .addColumn('text', 'text', (c) => c.notNull())
    .addColumn('images', 'text', (c) => c.notNull().defaultTo('[]'))
    .addColumn('createdAt', 'bigint', (c) => c.notNull())
    .addColumn('doneAt', 'bigint')
    .addPrimaryKeyConstraint('turnsKey', ['conversationId', 'turn'])
    .execute()
}

async function createAnswers(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('answers')
    .addColumn('conversationId', 'text', (c) =>
      c.notNull().references('conversations.id').onDelete('cascade'),
    )
    .addColumn('turn', 'integer', (c) => c.notNull())
    .addColumn('side', 'text', (c) => c.notNull())
    .addColumn('versionId', 'text', (c) => c.notNull().references('modelVersions.id'))
    .addColumn('attempt', 'integer', (c) => c.notNull())
    .addColumn('status', 'text', (c) => c.notNull())
    .addColumn('text', 'text', (c) => c.notNull())
    .addColumn('reasoning', 'text', (c) => c.notNull())
    .addColumn('finishReason', 'text')
    .addColumn('errorCode', 'text')
    .addColumn('startedAt', 'bigint')
    .addColumn('firstTokenAt', 'bigint')
    .addColumn('finishedAt', 'bigint')
    .addColumn('inputTokens', 'integer')
    .addColumn('outputTokens', 'integer')
    .addColumn('reasoningTokens', 'integer')
    .addPrimaryKeyConstraint('answersKey', ['conversationId', 'turn', 'side'])
    .execute()
  await db.schema.createIndex('answersStatus').on('answers').column('status').execute()
}

async function createVotes(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('votes')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('conversationId', 'text', (c) => c.notNull())
    .addColumn('turn', 'integer', (c) => c.notNull())
    .addColumn('voterId', 'text', (c) => c.notNull())
    .addColumn('scope', 'text', (c) => c.notNull())
    .addColumn('choice', 'text', (c) => c.notNull())
    .addColumn('castAt', 'bigint', (c) => c.notNull())
    .addColumn('finalAt', 'bigint', (c) => c.notNull())
    .addColumn('final', 'integer', (c) => c.notNull())
    .addColumn('rated', 'integer', (c) => c.notNull())
    .addColumn('unratedReason', 'text')
    .addColumn('versionA', 'text', (c) => c.notNull())
    .addColumn('versionB', 'text', (c) => c.notNull())
    .addColumn('reasons', 'text')
    .addColumn('comment', 'text')
    .addUniqueConstraint('votesOncePerVoter', ['scope', 'voterId'])
    .execute()
  await db.schema.createIndex('votesConversation').on('votes').column('conversationId').execute()
  await db.schema.createIndex('votesDue').on('votes').columns(['final', 'finalAt']).execute()

  await db.schema
    .createTable('reactions')
    .addColumn('conversationId', 'text', (c) =>
      c.notNull().references('conversations.id').onDelete('cascade'),
    )
    .addColumn('turn', 'integer', (c) => c.notNull())
    .addColumn('voterId', 'text', (c) => c.notNull())
    .addColumn('reaction', 'text', (c) => c.notNull())
    .addColumn('createdAt', 'bigint', (c) => c.notNull())
    .addPrimaryKeyConstraint('reactionsKey', ['conversationId', 'turn', 'voterId'])
    .execute()

  await db.schema
    .createTable('pairCounts')
    .addColumn('slice', 'text', (c) => c.notNull())
    .addColumn('versionA', 'text', (c) => c.notNull())
    .addColumn('versionB', 'text', (c) => c.notNull())
    .addColumn('winsA', 'integer', (c) => c.notNull())
    .addColumn('winsB', 'integer', (c) => c.notNull())
    .addColumn('ties', 'integer', (c) => c.notNull())
    .addColumn('bothBad', 'integer', (c) => c.notNull())
    .addPrimaryKeyConstraint('pairCountsKey', ['slice', 'versionA', 'versionB'])
    .execute()
}

async function createCommands(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('commands')
    .addColumn('voterId', 'text', (c) => c.notNull())
    .addColumn('commandId', 'text', (c) => c.notNull())
    .addColumn('event', 'text', (c) => c.notNull())
    .addColumn('reply', 'text', (c) => c.notNull())
    .addColumn('createdAt', 'bigint', (c) => c.notNull())
    .addPrimaryKeyConstraint('commandsKey', ['voterId', 'commandId'])
    .execute()
  await db.schema.createIndex('commandsAge').on('commands').column('createdAt').execute()
}
