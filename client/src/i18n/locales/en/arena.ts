export const arena = {
  intro: {
    battle: {
      title: 'Which answer is better?',
      text: 'Two hidden models answer your prompt side by side. Vote for the better one, then see who they were: every vote moves the leaderboard.',
    },
    'side-by-side': {
      title: 'Compare two models you choose',
      text: 'Pick two models, or one model twice, and ask them the same thing.',
    },
    direct: {
      title: 'Talk to one model',
      text: 'Pick a model and talk to it. Your reactions stay off the leaderboard.',
    },
  },
  suggestions: {
    label: 'Prompts to start with',
    explain: {
      title: 'Explain something',
      prompt: 'Explain to a curious ten-year-old why the sky is blue and the evening sky is red.',
    },
    code: {
      title: 'Write some code',
      prompt:
        'Write a TypeScript function that merges overlapping time intervals, with three short tests.',
    },
    decide: {
      title: 'Weigh a decision',
      prompt:
        'A team of five must choose between SQLite and Postgres for a new product. Compare them in a table and recommend one.',
    },
    calculate: {
      title: 'Work something out',
      prompt:
        'A bat and a ball cost 1.10 together; the bat costs 1.00 more than the ball. What does the ball cost, and why is the first guess wrong?',
    },
  },
  composer: {
    label: 'Your prompt',
    placeholder: {
      battle: 'Ask two hidden models anything …',
      'side-by-side': 'Ask both models …',
      direct: 'Ask anything …',
    },
    followUp: 'Ask a follow-up …',
    send: 'Send',
    stop: 'Stop',
    stopBoth: 'Stop both',
    hint: 'Enter sends, Shift + Enter starts a new line',
    count: '{length} of {limit} characters',
    closed: 'This conversation takes no more prompts.',
  },
  tooFew: {
    text: 'A battle needs two models, and this arena has fewer. Whoever runs it can add another one to its model file; until then you can talk to one model directly.',
    direct: 'Talk to one model',
  },
  prompt: {
    label: 'Your prompt',
    more: 'Show all of it',
    less: 'Show less',
    copy: 'Copy the prompt',
  },
  turn: 'Turn {turn}',
  side: { a: 'Model A', b: 'Model B', c: 'Model C', d: 'Model D', answer: 'Answer of {name}' },
  status: {
    queued: 'Waiting',
    queuedAt: 'Number {position} in line',
    thinking: 'Thinking',
    reasoning: 'Reasoning',
    streaming: 'Answering',
    done: 'Done',
    stopped: 'Stopped',
    failed: 'Failed',
    interrupted: 'Interrupted',
    cut: 'Ended at its length limit',
    seconds: '{seconds} s',
  },
  answer: {
    copy: 'Copy the answer',
    copied: 'Copied',
    stop: 'Stop this side',
    retry: 'Try this side again',
    retryDirect: 'Try again',
    toEnd: 'To the newest line',
    stoppedEmpty: 'Stopped before a word was said.',
    interruptedEmpty:
      'The server stopped before this side said anything. Your prompt is kept; try again.',
    truncatedEmpty: 'This side broke off before it said anything. Your prompt is kept; try again.',
    timeoutEmpty: 'This side took too long to begin. Your prompt is kept; try again.',
    others: 'Choose another model',
    reasoning: 'Reasoning · {count} characters',
    reasoningNow: 'Reasoning now · {count} characters',
    up: 'Good answer',
    down: 'Poor answer',
  },
  report: {
    open: 'Report this answer',
    done: 'You reported this answer',
    title: 'Report this answer?',
    text: 'A report says that the answer is harmful or against the rules of this arena, and is kept for the people who run it. If it is only wrong or weak, “Poor answer” is the word.',
    replaces: 'It takes the place of your reaction to this answer.',
    confirm: 'Report',
  },
  missing: {
    title: 'There is no conversation here',
    text: 'It does not exist, or it is not yours to see: the address may be mistyped, or it was deleted. Nothing of yours is lost.',
    away: 'This conversation cannot be shown now',
  },
  view: {
    linkScroll: 'Scroll both together',
    tabs: 'Answers',
    retryBoth: 'Ask both again',
    tryBoth: 'Try both again',
    others: 'Choose other models',
  },
  announce: {
    again: '{name} answers again.',
    started: 'The models are answering.',
    startedDirect: 'The model is answering.',
    done: '{name} is done: {count} word. | {name} is done: {count} words.',
    stopped: '{name} is stopped.',
    failed: '{name} failed.',
    votable: 'You can vote now. 1: A is better. 2: B is better. 3: tie. 4: both are bad.',
    revealed: 'Model A was {a}. Model B was {b}.',
  },
} as const
