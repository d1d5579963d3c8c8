export const entry = {
  title: 'Come in with a code',
  text: 'This arena is open to those who have a code or a link from whoever runs it.',
  label: 'Your code',
  enter: 'Come in',
  help: 'No code? Ask the person who told you of this page.',
} as const
