import type { KyselyDatabase } from '../database/kysely-database.js'

/** The names of the models of these conversations, by conversation and in the order of sides. */
export async function namesOfSides(
  { db }: KyselyDatabase,
  conversationIds: readonly string[],
): Promise<Map<string, string[]>> {
  const names = new Map<string, string[]>()
  if (conversationIds.length === 0) return names
  const sides = await db
    .selectFrom('sides')
    .innerJoin('modelVersions', 'modelVersions.id', 'sides.versionId')
    .where('conversationId', 'in', conversationIds)
    .select(['conversationId', 'name'])
    .orderBy('side')
    .execute()
  for (const { conversationId, name } of sides) {
    names.set(conversationId, [...(names.get(conversationId) ?? []), name])
  }
  return names
}
