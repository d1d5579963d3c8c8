export const about = {
  title: 'One prompt, two corners, your vote',
  lead: 'Ringside lets two language models answer the same prompt without their names. You judge the answers, then see who gave them. Many such votes make a leaderboard for the things that people here really ask.',
  start: 'Start a battle',
  version: 'Ringside {version}',
  round: {
    title: 'How a battle works',
    text: [],
    steps: [
      'You write a prompt. The server draws two models and shuffles them to the corners A and B.',
      'Both answer at the same time. You may ask on as often as you like.',
      'You vote: A, B, a tie, or both are bad. For a moment you can still change your mind.',
      'The vote becomes final, the names are revealed, and the leaderboard moves.',
    ],
  },
  blind: {
    title: 'What “blind” means here',
    text: [
      'Until your vote is final, nothing that reaches your browser says which models are answering: no name, no provider, no price, no speed. Both answers flow at one common pace, so that rhythm does not give a model away.',
      'If a model says its own name in its answer, it does so in its own words; please judge the answer all the same.',
    ],
  },
  votes: {
    title: 'How votes are counted',
    text: [
      'One person has one vote in a battle. It counts when both answers came to a proper end, and it is stored before you see it confirmed. A vote cast faster than anyone can read is kept but not counted.',
      'Scores come from all counted votes at once (Bradley–Terry), with an interval that says how sure they are. When the operator points a name at another model, it starts over as a new version: votes on two models are never mixed.',
    ],
  },
  modes: {
    title: 'Side by side, and direct',
    text: [
      'If you would rather choose: “Side by side” compares two models by name, “Direct” is a conversation with one. What you vote there is yours to keep and never counts on the leaderboard, because you knew who was answering.',
    ],
  },
  keys: {
    title: 'Keys and screen readers',
    text: [],
    votes: 'Vote with the keys 1 to 4 from anywhere on the page',
    votesHint: 'Without it they vote only while the question has the focus.',
    spoken: 'Tell screen readers what the answers say while they come',
    spokenHint:
      'In whole sentences, one side at a time. How answers begin and end is told in any case.',
    does: {
      send: 'Send the prompt',
      break: 'New line in the prompt',
      a: 'A is better',
      b: 'B is better',
      tie: 'Tie',
      bothBad: 'Both are bad',
    },
  },
  privacy: {
    title: 'What is kept, and who sees it',
    text: [
      'Your prompts go to the models’ providers, as they must to be answered, and are stored in the database of this server. A cookie tells this browser’s conversations apart from others; there is no account, no tracking, and nothing is loaded from elsewhere: pictures in answers are shown as links.',
      'You can delete a conversation at any time: its text is erased. The bare outcome of a counted vote stays, so that the leaderboard remains true. “Your data” shows, saves and deletes all of it. Please do not enter secrets.',
    ],
  },
  setup: {
    title: 'Adding models',
    text: [
      'Models are listed in the file api_endpoint.json; a key in the environment brings a provider’s models in. OpenAI, Anthropic, Gemini and Mistral are spoken, and whatever speaks OpenAI’s language, such as a server of your own.',
    ],
    demo: 'Demo models are on. They are small programs that need no key: good for trying Ringside, not for judging models. Their votes are kept on a leaderboard of their own.',
  },
} as const
