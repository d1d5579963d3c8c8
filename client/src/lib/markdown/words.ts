/** The words that rendering itself puts on the page, in the reader's language. */
export interface MarkdownWords {
  copy: string
  wrap: string
  code: string
  image: (text: string) => string
}

export const wordsOf = (
  t: (key: string, named?: Record<string, unknown>) => string,
): MarkdownWords => ({
  copy: t('ui.copy'),
  wrap: t('ui.wrapLines'),
  code: t('ui.code'),
  image: (text) => t('ui.image', { text }),
})
