export const consent = {
  label: 'What is stored here',
  told: 'Prompts, answers and votes are stored here, and a cookie says which are yours. Prompts go to the models’ providers.',
  asked:
    'Before your first prompt: this arena asks you to agree to its terms and its privacy notice. Prompts, answers and votes are stored here, and prompts go to the models’ providers.',
  outdated: 'The terms or the privacy notice have changed since you agreed to them.',
  changed: 'The terms or the privacy notice have changed.',
  terms: 'Terms',
  privacy: 'Privacy',
  close: 'Understood',
  agree: 'I agree',
} as const
