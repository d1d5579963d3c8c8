import { BLIND_PACES } from '#shared/vocabulary'
import { choice, milliseconds, onOff } from './setting-types.js'
import type { SettingTable } from './setting.js'

type BattleSetting = 'blindPace' | 'voteGraceMs' | 'voteMinMs' | 'earlyVotesRated' | 'roomHoldMs'

/** How hidden answers flow, and what becomes of votes. */
export const BATTLE_SETTINGS: SettingTable<BattleSetting> = {
  blindPace: {
    variable: 'BLIND_PACE',
    schema: choice(BLIND_PACES),
    fallback: 'paced',
    about:
      'How answers of hidden models flow: off (as they come), paced (at one common rate), strict (held back, then replayed).',
  },
  voteGraceMs: {
    variable: 'VOTE_GRACE_MS',
    schema: milliseconds(600_000),
    fallback: '3000',
    about: 'Milliseconds in which a vote can be changed, before the names are shown.',
  },
  voteMinMs: {
    variable: 'VOTE_MIN_MS',
    schema: milliseconds(600_000),
    fallback: '2000',
    about: 'A vote sooner after the answers than these milliseconds is kept but not rated.',
  },
  earlyVotesRated: {
    variable: 'EARLY_VOTES_RATED',
    schema: onOff,
    fallback: 'off',
    about: 'Whether a vote that came before the answers had ended counts on the leaderboard.',
  },
  roomHoldMs: {
    variable: 'ROOM_HOLD_MS',
    schema: milliseconds(86_400_000),
    fallback: '900000',
    about:
      'Milliseconds that the votes of a shared battle stay off the leaderboard, after the last of them, while somebody in the room has yet to vote; who votes later is not rated.',
  },
}
