export const history = {
  label: 'Your conversations',
  empty: 'Your conversations appear here.',
  failed: 'Your conversations could not be loaded. They are safe on the server.',
  more: 'Show older',
  today: 'Today',
  yesterday: 'Yesterday',
  week: 'Last seven days',
  earlier: 'Earlier',
  unvoted: 'Not voted yet',
  unfinished: 'Failed · can be tried again',
  actions: 'Actions for “{title}”',
  renameTitle: 'Rename this conversation',
  renameLabel: 'Title',
  deleteTitle: 'Delete this conversation?',
  deleteText:
    'The text of “{title}” is erased for good. A vote that was counted stays counted, without the text.',
} as const
