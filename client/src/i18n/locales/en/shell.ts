export const shell = {
  title: '{page} · Ringside',
  skip: 'Skip to the content',
  openMenu: 'Open the menu',
  newRound: 'New round',
  theme: { label: 'Colours', system: 'As the system', light: 'Light', dark: 'Dark' },
  language: 'Language',
  nav: {
    label: 'Pages',
    battle: 'Battle',
    'side-by-side': 'Side by side',
    direct: 'Direct',
    conversation: 'Conversation',
    leaderboard: 'Leaderboard',
    'leaderboard-pair': 'Two models compared',
    'leaderboard-model': 'A model',
    'leaderboard-snapshot': 'Snapshot of the leaderboard',
    me: 'Your data',
    about: 'About',
    terms: 'Terms',
    privacy: 'Privacy',
    admin: 'Admin',
    notFound: 'Not found',
  },
  connection: {
    offline:
      'The connection is lost. What was sent is safe, and what has come meanwhile appears here once it is back.',
    refused:
      'This page may not talk to the server. Nothing of yours is lost; reload it, or open it by its own address.',
    retry: 'Connect again',
  },
  part: {
    missing: 'A part of this page could not be loaded. Nothing of yours is lost.',
    reload: 'Load the page again',
  },
  demo: {
    only: 'Demo models are answering.',
    more: 'They need no key, and their votes stay on a board of their own.',
    how: 'Add real models',
  },
  failure: {
    offline: 'The server cannot be reached. Nothing is lost; check your connection and try again.',
    no_answer: 'The server did not answer in time. Nothing is sent twice if you try again.',
    unreadable_answer:
      'The server answered with something unreadable. Nothing is lost; reload the page.',
    text_too_long:
      'The text has {length} characters, {limit} are allowed. Shorten it and send again.',
    retryIn: 'It works again in about {seconds} s.',
  },
} as const
