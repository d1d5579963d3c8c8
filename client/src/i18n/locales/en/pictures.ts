export const pictures = {
  label: 'Pictures to send',
  add: 'Add pictures',
  camera: 'Take a photo',
  numbered: 'Picture {number}',
  uploading: '{name}: {percent} % uploaded',
  ready: '{name} is ready to be sent.',
  failed: '{name} was not taken.',
  remove: 'Remove {name}',
  again: 'Try {name} again',
  refused: '{names}: {reason}',
  removeRefused: 'Take out what is marked in red',
  tooMany: 'A message takes four pictures. The others were left out.',
  cannotSee: '{names} cannot see pictures. Choose a model that can, or send without pictures.',
  maybeBlind:
    'This battle was drawn for text, and its models may not see pictures. Nothing was sent.',
  without: 'Send without pictures',
  withoutNamed: 'Remove pictures',
  anew: 'New round with pictures',
  anewNamed: 'New conversation with pictures',
  open: 'Show {name} in full',
  shown: '{name}, {at} of {count}',
  previous: 'Previous picture',
  next: 'Next picture',
  examples: {
    label: 'Try a picture',
    another: 'Other pictures',
    failed: 'The picture could not be fetched. Try again.',
    chart: {
      alt: 'A bar chart of rainfall over twelve months',
      prompt: 'Which months are the driest, and what might the climate be?',
    },
    plan: {
      alt: 'A floor plan with five rooms',
      prompt: 'Where would you put a desk for quiet work in this flat, and why?',
    },
    clock: {
      alt: 'A clock and a train timetable',
      prompt: 'Which train can I still catch if I need ten minutes to the platform?',
    },
    circles: {
      alt: 'Two orange circles, one among large grey ones, one among small ones',
      prompt: 'Which orange circle is larger? Explain what my eyes do here.',
    },
    shapes: {
      alt: 'Coloured shapes in a loose heap',
      prompt: 'Count the shapes by colour and by form, in a table.',
    },
    hills: {
      alt: 'Hills in the evening, with a lake and a house',
      prompt: 'Describe this scene in two sentences for somebody who cannot see it.',
    },
  },
} as const
