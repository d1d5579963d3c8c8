/**
 * Where this installation lives: behind a proxy it may be a sub-path, which the page's `<base>` names.
 * Without one the location of the page says nothing (`/c/abc` is a page, not a folder), so the root it is.
 */
const baseUrl = (): URL =>
  new URL(document.querySelector('base') ? document.baseURI : '/', window.location.href)

export const basePath = (): string => new URL('.', baseUrl()).pathname

export const inBase = (path: string): URL => new URL(path, new URL('.', baseUrl()))
