import { integer } from './setting-types.js'
import type { SettingTable } from './setting.js'

/** How many pictures may come in, and how much may wait. */
export const IMAGE_SETTINGS: SettingTable<'imagesPerDay' | 'imageMbPerDay' | 'unsentImagesMb'> = {
  imagesPerDay: {
    variable: 'IMAGES_PER_DAY',
    schema: integer(1, 1_000_000),
    fallback: '200',
    about: 'Pictures that one session may upload in 24 hours.',
  },
  imageMbPerDay: {
    variable: 'IMAGE_MB_PER_DAY',
    schema: integer(1, 1_000_000),
    fallback: '500',
    about: 'Megabytes of pictures that one session may upload in 24 hours.',
  },
  unsentImagesMb: {
    variable: 'UNSENT_IMAGES_MB',
    schema: integer(1, 1_000_000),
    fallback: '500',
    about:
      'Megabytes of uploaded pictures, of all people, that may wait to be sent; what waits for an hour is erased.',
  },
}
