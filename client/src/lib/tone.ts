/** How good or bad a piece of news is. */
export type Tone = 'info' | 'good' | 'warn' | 'bad'
