/**
 * Loads styles again that could not be had when a part of the page was loaded: the part itself is tried again where
 * it is asked for, but nothing tries its styles again.
 * @throws Error where one cannot be had now either
 */
export async function mendStyles(): Promise<void> {
  const links = [...document.querySelectorAll<HTMLLinkElement>('link[rel="stylesheet"]')]
  await Promise.all(links.filter(({ sheet }) => sheet === null).map(loadAgain))
}

function loadAgain(broken: HTMLLinkElement): Promise<void> {
  return new Promise((resolve, reject) => {
    const link = broken.cloneNode() as HTMLLinkElement
    link.addEventListener('load', () => resolve())
    link.addEventListener('error', () => reject(new Error(`no styles at ${link.href}`)))
    broken.replaceWith(link)
  })
}
