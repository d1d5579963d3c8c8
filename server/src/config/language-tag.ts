/** How a language is written in the operator's files: `en`, `zh-CN`. */
export const LANGUAGE_TAG = '[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*'
