import { describe, expect, it } from 'vitest'
import { pictureFinding } from '#server/provider/demo/findings/picture'
import { colourName } from '#server/provider/demo/sight/colours'
import { lookAt } from '#server/provider/demo/sight/look'
import { pictureIds } from '#server/provider/demo/sight/looks'
import { aRequest } from '../../support/answer-requests.js'

it.each([
  [[0, 0, 0], 'black'],
  [[255, 255, 255], 'white'],
  [[128, 130, 127], 'grey'],
  [[208, 32, 32], 'red'],
  [[240, 150, 40], 'orange'],
  [[110, 70, 30], 'brown'],
  [[250, 230, 60], 'yellow'],
  [[40, 160, 60], 'green'],
  [[30, 200, 210], 'cyan'],
  [[32, 48, 208], 'blue'],
  [[140, 50, 190], 'purple'],
  [[250, 180, 200], 'pink'],
] as const)('%o is called %s', ([r, g, b], name) => {
  expect(colourName(r, g, b)).toBe(name)
})

const pixels = (...runs: [count: number, colour: [number, number, number]][]) =>
  Uint8Array.from(
    runs.flatMap(([count, colour]) => Array.from({ length: count }, () => colour)).flat(),
  )

describe('a look at a picture', () => {
  it('finds the colours by their share, with their mean, and the light', () => {
    const look = lookAt(pixels([3, [0, 0, 0]], [1, [255, 255, 255]]), 2, 2)
    expect(look).toEqual({
      width: 2,
      height: 2,
      brightness: 25,
      contrast: 43,
      colours: [
        { name: 'black', hex: '#000000', share: 75 },
        { name: 'white', hex: '#ffffff', share: 25 },
      ],
    })
  })

  it('leaves specks out and names four colours at most', () => {
    const look = lookAt(
      pixels(
        [40, [255, 0, 0]],
        [30, [0, 0, 255]],
        [20, [0, 200, 0]],
        [6, [255, 255, 255]],
        [3, [0, 0, 0]],
        [1, [128, 128, 128]],
      ),
      10,
      10,
    )
    expect(look.colours.map(({ name }) => name)).toEqual(['red', 'blue', 'green', 'white'])
  })

  it('is told in both languages, and of several pictures one by one', () => {
    const look = lookAt(pixels([4, [255, 0, 0]]), 40, 20)
    const dark = lookAt(pixels([4, [0, 0, 40]]), 20, 20)
    expect(pictureFinding([look], 'en').gist).toMatch(
      /landscape, 40 × 20 pixels, mostly red \(100 %\)/,
    )
    expect(pictureFinding([look], 'zh').gist).toMatch(/横向，40 × 20 像素，以红色/)
    const both = pictureFinding([look, dark], 'en')
    expect(both.gist).toMatch(/Picture 1 is landscape.*Picture 2 is square, 20 × 20/)
    expect(both.table?.head).toEqual(['Property', 'Picture 1', 'Picture 2'])
  })
})

describe('which pictures are meant', () => {
  const first = { role: 'user', text: 'What is it?', imageIds: ['one'] } as const
  const said = { role: 'assistant', text: 'It is red.' } as const
  const meant = (text: string, imageIds?: string[]) =>
    pictureIds(aRequest({}, { messages: [first, said, { role: 'user', text, imageIds }] }))

  it('is those of the message, else the last ones where the words go back to them', () => {
    expect(meant('And this?', ['two'])).toEqual(['two'])
    expect(meant('How bright is the picture?')).toEqual(['one'])
    expect(meant('它是什么颜色？')).toEqual(['one'])
    expect(meant('What is 2 + 2?')).toEqual([])
  })
})
