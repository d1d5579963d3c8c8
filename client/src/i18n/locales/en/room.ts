export const room = {
  here: 'One person is here. | {count} people are here.',
  share: {
    open: 'Share',
    title: 'Share this conversation',
    kind: 'What others may do',
    kinds: { challenge: 'Blind challenge', read: 'Read only' },
    about: {
      challenge:
        'Others see your prompt and both answers, live, and vote for themselves. Everybody sees the names after their own vote only; you see how they voted after yours.',
      read: 'Others see all that is said here, live, and change nothing. The names of a battle stay hidden from them.',
    },
    make: 'Make a link',
    link: 'Link',
    copy: 'Copy',
    copied: 'Copied',
    qr: 'The link as a QR code',
    large: 'Show large',
    keep: 'Keep beside the answers',
    onlyHere:
      'This link works on this computer only. Open Ringside by its address in your network, or start it with --share, and share from there.',
    close: 'End the votes',
    withdraw: 'Withdraw the link',
    afterwards: {
      challenge: 'Who has voted keeps what they saw.',
      read: 'Withdrawn, it shows nobody anything any more.',
    },
  },
  code: {
    label: 'Code of the link',
    challenge: 'Scan to vote',
    read: 'Scan to read along',
    putAway: 'Put the code away',
  },
  guest: {
    juror: 'Somebody asks for your judgement. You see who is who after your vote.',
    reader: 'You are reading along. The names of a battle are for those who vote.',
  },
  tally: {
    label: 'How this room has voted',
    hidden: 'How they voted shows after your own vote.',
    votes: 'One vote so far | {count} votes so far',
  },
  counts: 'It counts on the leaderboard once everybody in this room has voted.',
  notVotable:
    'There is nothing to compare, because a side has no whole answer. Whoever shared this can ask it again.',
} as const
