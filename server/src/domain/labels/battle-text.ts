/** What the rules read of a battle, up to the turn that was judged. */
export interface BattleText {
  /** In the order of turns. */
  prompts: readonly string[]
  /** How many pictures came with the prompts. */
  pictures: number
}
