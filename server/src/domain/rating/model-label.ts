/**
 * A version of a model as one text: what decides where figures do not. It is made of public words alone, so that the
 * arena, which knows models by ids of its own, and `ringside rate`, which knows names, decide alike.
 */
export const modelLabel = ({ name, version }: { name: string; version: number }): string =>
  version === 1 ? name : `${name}\n${version}`
