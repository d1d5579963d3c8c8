import { inBase } from './base-url.js'

export const pictureUrl = (id: string): string =>
  inBase(`api/images/${encodeURIComponent(id)}`).pathname
