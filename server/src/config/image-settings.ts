import { integer } from './setting-types.js'
import type { SettingTable } from './setting.js'

/** How much may wait. */
export const IMAGE_SETTINGS: SettingTable<'unsentImagesMb'> = {
  unsentImagesMb: {
    variable: 'UNSENT_IMAGES_MB',
    schema: integer(1, 1_000_000),
    fallback: '500',
    about:
      'Megabytes of uploaded pictures, of all people, that may wait to be sent; what waits for an hour is erased.',
  },
}
