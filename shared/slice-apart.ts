/**
 * Settings of a slice that do not go together: style control is made for neither of two, and the votes of one person
 * have no voters to tell apart.
 */
export const SLICE_APART = [
  ['styleControl', 'evenPairs'],
  ['styleControl', 'voterErrors'],
  ['own', 'voterErrors'],
] as const
