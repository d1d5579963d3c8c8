import type { Limited } from '#shared/vocabulary'

/** Which limit it was that somebody has come to; what follows says when it works again. */
export const limits = {
  session: {
    prompts: 'You have sent as many prompts as one person may in a minute. Your text is kept.',
    votes: 'You have voted as often as one person may in a minute. This vote was not counted.',
    joins: 'You have opened as many conversations as one person may in a minute. Nothing is lost.',
    events: 'This page has asked for very much in a minute. Nothing is lost.',
    requests: 'Your pages have asked for very much in a minute. Nothing is lost.',
    uploads: 'You have added as many pictures as one person may in a day. Your text is kept.',
    upload_bytes:
      'You have added as many megabytes of pictures as one person may in a day. Your text is kept.',
    sessions: 'You have come as a new visitor very often. Nothing is lost.',
    codes: 'You have tried as many codes as one person may in a quarter of an hour.',
    snapshots: 'You have cited as many leaderboards as one person may in a day. Nothing is lost.',
    sockets: 'You have Ringside open in as many pages as one person may. Close one of them.',
    running:
      'As many of your conversations are being answered as one person may have at once. Your text is kept.',
  },
  address: {
    prompts:
      'The people of your network have sent as many prompts as they may together in a minute. Your text is kept.',
    votes:
      'The people of your network have voted as often as they may together in a minute. This vote was not counted.',
    joins:
      'The people of your network have opened as many conversations as they may together in a minute. Nothing is lost.',
    events: 'The people of your network have asked for very much in a minute. Nothing is lost.',
    requests:
      'The pages of the people of your network have asked for very much in a minute. Nothing is lost.',
    uploads:
      'The people of your network have added as many pictures as they may together in a day. Your text is kept.',
    upload_bytes:
      'The people of your network have added as many megabytes of pictures as they may together in a day. Your text is kept.',
    sessions: 'Very many new visitors have come from your network within an hour.',
    codes: 'Many wrong codes were tried from your network within a quarter of an hour.',
    snapshots:
      'The people of your network have cited as many leaderboards as they may together in a day. Nothing is lost.',
    sockets: 'The people of your network have Ringside open in as many pages as they may together.',
    running: 'Very many conversations of your network are being answered. Your text is kept.',
  },
  retryInMinutes: 'It works again in about {minutes} minutes.',
  retryInHours: 'It works again in about {hours} hours.',
} as const satisfies Record<'session' | 'address', Record<Limited, string>> &
  Record<string, unknown>
