/** Code points; with four bytes each they stay below the 255 that file systems take. */
const LENGTH = 60

/** Names that Windows keeps for devices, whatever their ending. */
const DEVICES = /^(con|prn|aux|nul|com\d|lpt\d)$/i

/**
 * A name for a file by a title: without separators, without signs that a system or a shell reads, and without
 * invisible ones that could make an ending look like another.
 */
export function exportFileName(title: string, ending: string): string {
  const plain = title
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}]/gu, ' ')
    .replace(/["*/:<>?\\|%`$;&!'{}~^]/g, ' ')
    .replace(/\s+/gu, ' ')
  const short = [...plain]
    .slice(0, LENGTH)
    .join('')
    .replace(/^[\s.-]+|[\s.…]+$/gu, '')
  return `${short === '' || DEVICES.test(short) ? 'conversation' : short}.${ending}`
}
