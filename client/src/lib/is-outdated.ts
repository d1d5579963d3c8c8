/** How the build of this page is told from any other: its first script has its content in its name. */
export const ownScript = (): string | null =>
  document.querySelector('script[type="module"][src]')?.getAttribute('src') ?? null

/** Whether the server has another build than this page's by now, so that files of this one are gone. */
export async function isOutdated(): Promise<boolean> {
  const own = ownScript()
  if (!own) return false
  try {
    const response = await fetch(document.baseURI, { cache: 'no-store' })
    return response.ok && !(await response.text()).includes(own)
  } catch {
    return false
  }
}
