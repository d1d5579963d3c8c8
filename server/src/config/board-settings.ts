import { anchor, choice, integer } from './setting-types.js'
import type { SettingTable } from './setting.js'

type BoardSetting = 'boardAnchor' | 'boardMinVotes' | 'modelMinVotes' | 'sampling' | 'samplingFloor'

/** The leaderboard, and the draws that it leans. */
export const BOARD_SETTINGS: SettingTable<BoardSetting> = {
  boardMinVotes: {
    variable: 'BOARD_MIN_VOTES',
    schema: integer(0, 1_000_000),
    fallback: '100',
    about: 'A slice of the leaderboard with fewer votes says so and shows no ranks.',
  },
  modelMinVotes: {
    variable: 'MODEL_MIN_VOTES',
    schema: integer(0, 1_000_000),
    fallback: '30',
    about: 'A model with fewer rated battles is marked as provisional.',
  },
  boardAnchor: {
    variable: 'BOARD_ANCHOR',
    schema: anchor,
    about:
      'A model and the score that it has on every board, such as my-model=1100, so that boards of different times can be compared; without it, or where it has no rank, the mean of the ranked models is 1000.',
  },
  sampling: {
    variable: 'SAMPLING',
    schema: choice(['active', 'weights'] as const),
    fallback: 'active',
    about:
      'How the pair of a battle is drawn: weights (by the weights of the model file), active (by those and by how much one more battle of the pair would tell).',
  },
  samplingFloor: {
    variable: 'SAMPLING_FLOOR',
    schema: integer(1, 100),
    fallback: '25',
    about:
      'Percent of the active draws that go by the weights alone, so that every pair is met now and then.',
  },
}
