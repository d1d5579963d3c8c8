export const common = {
  product: 'Ringside',
  tryAgain: 'Try again',
  cancel: 'Cancel',
  save: 'Save',
  delete: 'Delete',
  rename: 'Rename',
  toArena: 'Go to the arena',
  demo: 'Demo',
  notFound: {
    title: 'There is no page here',
    text: 'The address may be mistyped, or what it pointed to was deleted. Nothing of yours is lost.',
  },
} as const
