/** What a model is asked for: in a battle, where nobody knows who it is, or by its name. */
export type Use = 'battle' | 'named'

/**
 * The part of a model's budget that battles may use. What is left is for those who ask by name: so it is they
 * who use a budget up, and that the model then says so tells nobody who sits in a battle.
 */
const BATTLE_SHARE = 0.9

/** How much of a budget this use may reach; a model that is met in battles only has all of it for them. */
export const shareOf = (budget: number, use: Use, battlesOnly: boolean): number =>
  use === 'battle' && !battlesOnly ? budget * BATTLE_SHARE : budget
