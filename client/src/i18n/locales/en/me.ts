export const me = {
  title: 'Your data',
  lead: 'There is no account here: a cookie of this browser is all that says what is yours. This is what goes with it.',
  kept: {
    title: 'What is stored',
    conversations: 'Conversations',
    votes: 'Votes',
    reactions: 'Ratings and reports of answers',
    pictures: 'Pictures',
    text: 'Words that you have typed and not sent, presets, the language and the look are kept in this browser alone.',
  },
  save: {
    title: 'Take it with you',
    text: 'One JSON file with every conversation, every vote, your pictures, your presets and settings, and what was typed in this tab and not sent. Models of a battle are named where you have voted.',
    button: 'Save everything',
    progress: '{done} of {total} saved',
    done: 'Everything is in your downloads.',
  },
  erase: {
    title: 'Delete everything',
    text: 'All conversations with their texts and pictures, ratings, comments, presets and settings of this page are erased for good, and the links that you have shared end. This browser gets a new cookie, and nothing joins it to the old one.',
    votes:
      'Votes that were counted stay counted, so that the leaderboard remains true: which answer was better, without any text and without a person. Votes in rooms of others too. For a day they keep a mark of the network that they came from, as the privacy notice says.',
    backups: 'Backups that whoever runs this arena made before may hold it until they are deleted.',
    button: 'Delete everything',
    question: 'Delete everything that is yours here?',
    done: 'Everything is deleted. You are here as somebody new.',
    failed: 'Not everything is deleted. {reason}',
  },
} as const
