/* global document, localStorage */

// Runs before the first paint, so that a chosen theme never flashes in the other one. The key and the shape
// are those of src/stores/preferences.ts. A file, not an inline script: the page's policy allows no inline code.
try {
  const { theme } = JSON.parse(localStorage.getItem('ringside.preferences') ?? '{}')
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme
} catch {
  // Storage is blocked or holds something else: the system's theme is right.
}
