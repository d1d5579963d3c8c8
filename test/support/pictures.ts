import sharp from 'sharp'

export const RED = '#d02020'
export const BLUE = '#2030d0'

interface Drawn {
  width?: number
  height?: number
  format?: 'png' | 'jpeg' | 'webp' | 'gif'
}

/** A picture of one colour. */
export function aPicture(
  colour: string,
  { width = 60, height = 40, format = 'png' }: Drawn = {},
): Promise<Buffer> {
  return sharp({ create: { width, height, channels: 3, background: colour } })
    .toFormat(format)
    .toBuffer()
}

/** Pixels that no compression makes smaller. */
export function noise(width: number, height: number): Promise<Buffer> {
  return sharp({
    create: {
      width,
      height,
      channels: 3,
      background: '#808080',
      noise: { type: 'gaussian', mean: 128, sigma: 60 },
    },
  })
    .png()
    .toBuffer()
}
