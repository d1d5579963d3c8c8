/** What all that this page keeps in the browser begins with. */
const OURS = 'ringside.'

/** What is a person's own of it, as their file has it; the rest is the page's own affair. */
const OWN = ['presets', 'preferences', 'drafts', 'setups', 'pictureNames', 'notice'] as const

/** What this browser alone has of a person: of all its tabs, and what was typed in this one and not sent. */
export function browserKeeps(): Record<string, unknown> {
  const kept = OWN.map((name) => {
    const key = OURS + name
    return [name, parsed(sessionStorage.getItem(key) ?? localStorage.getItem(key))] as const
  })
  return Object.fromEntries(kept.filter(([, value]) => value !== undefined))
}

/** As somebody who has never been here. Other tabs hear of what was in step between them. */
export function forgetInBrowser(): void {
  sessionStorage.clear()
  for (const key of Object.keys(localStorage)) {
    if (key.startsWith(OURS)) localStorage.removeItem(key)
  }
}

/** What is no JSON is a text. */
function parsed(stored: string | null): unknown {
  if (stored === null) return undefined
  try {
    return JSON.parse(stored)
  } catch {
    return stored
  }
}
