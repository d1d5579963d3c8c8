/** Where no rule fits; `{term}` is of the prompt. */
export const ENGLISH_OTHERWISE: [string, ...string[]] = [
  'What comes to your mind first when you think of {term}?',
  'Let us stay with {term} for a moment. Why that, and why today?',
  'You mention {term}. What would you like it to be?',
]

/** For something that the user said of themselves in an earlier turn. */
export const ENGLISH_MEMORY: [string, ...string[]] = [
  'Earlier you said: “{memory}”. Has that to do with it?',
  'I still think of what you told me before, “{memory}”. How do the two go together?',
]

export const ENGLISH_AFTER: [string, ...string[]] = [
  'Please go on.',
  'Take your time.',
  'I am listening.',
]
