import { BLIND_PACES, VOTE_FAULTS, VOTE_REASONS } from '#shared/vocabulary'
import { choice, milliseconds, onOff, reasons } from './setting-types.js'
import type { SettingTable } from './setting.js'

type BattleSetting =
  | 'blindPace'
  | 'voteGraceMs'
  | 'voteMinMs'
  | 'earlyVotesRated'
  | 'voteReasons'
  | 'voteFaults'
  | 'roomHoldMs'

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
    about:
      'A vote sooner after the answers than these milliseconds is kept but not rated, and so is one that leaves less than a millisecond for 40 characters; 0 rates all of them.',
  },
  earlyVotesRated: {
    variable: 'EARLY_VOTES_RATED',
    schema: onOff,
    fallback: 'off',
    about: 'Whether a vote that came before the answers had ended counts on the leaderboard.',
  },
  voteReasons: {
    variable: 'VOTE_REASONS',
    schema: reasons,
    fallback: VOTE_REASONS.join(', '),
    about:
      'What a voter may say of the better answer after the vote, separated by commas, in words of your own or these, which are shown in each language; off asks for none.',
  },
  voteFaults: {
    variable: 'VOTE_FAULTS',
    schema: reasons,
    fallback: VOTE_FAULTS.join(', '),
    about:
      'The same of each answer where both are bad. With both settings off, no comment is asked for either.',
  },
  roomHoldMs: {
    variable: 'ROOM_HOLD_MS',
    schema: milliseconds(86_400_000),
    fallback: '900000',
    about:
      'Milliseconds that the votes of a shared battle stay off the leaderboard, after the last of them, while somebody in the room has yet to vote; who votes later is not rated.',
  },
}
