/** Begins to load what shows a turn; asked for again it is the same. */
export const loadTurnParts = () => import('./turn-parts.js')
