// Draws the example pictures of the start page, so that nothing that we ship belongs to somebody else. There is no
// word in them: they are the same in every language.
//   node scripts/example-pictures.mjs
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'

const FOLDER = join(import.meta.dirname, '..', 'client', 'public', 'examples')
const WIDTH = 960
const HEIGHT = 600

const svg = (...parts) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" font-family="sans-serif">${parts.flat().join('')}</svg>`
const rect = (x, y, width, height, fill, more = '') =>
  `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${fill}" ${more}/>`
const circle = (x, y, r, fill, more = '') =>
  `<circle cx="${x}" cy="${y}" r="${r}" fill="${fill}" ${more}/>`
const line = (x1, y1, x2, y2, width = 3, stroke = '#333') =>
  `<line x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}" stroke="${stroke}" stroke-width="${width}" stroke-linecap="round"/>`
const path = (d, fill, more = '') => `<path d="${d}" fill="${fill}" ${more}/>`
const text = (x, y, words, size = 24, more = '') =>
  `<text x="${x}" y="${y}" font-size="${size}" fill="#333" text-anchor="middle" ${more}>${words}</text>`

/** Millimetres of rain, January to December. */
const RAIN = [92, 78, 61, 34, 18, 6, 2, 4, 22, 58, 84, 97]

const chart = () => [
  rect(0, 0, WIDTH, HEIGHT, '#fdfcf8'),
  path('M444 26 q26 34 0 46 q-26 -12 0 -46', '#2f6fb0'),
  text(500, 62, 'mm', 32, 'font-weight="bold"'),
  [0, 25, 50, 75, 100].map((mm) => [
    line(100, 520 - mm * 4.2, 910, 520 - mm * 4.2, 1, '#bbb'),
    text(64, 528 - mm * 4.2, mm),
  ]),
  RAIN.map((mm, month) => [
    rect(112 + month * 66, 520 - mm * 4.2, 46, mm * 4.2, '#2f6fb0'),
    text(135 + month * 66, 560, month + 1),
  ]),
]

/** A piece of furniture with its outline. */
const piece = (x, y, width, height, fill, rx = 8) =>
  rect(x, y, width, height, fill, `rx="${rx}" stroke="#555" stroke-width="3"`)

const FURNITURE = () => [
  // A sofa with its table and a carpet.
  piece(110, 130, 180, 140, '#e7d6b4'),
  piece(82, 130, 56, 140, '#b98d5f'),
  piece(190, 165, 70, 70, '#d9b98c', 35),
  piece(370, 66, 74, 74, '#8fae7d', 37),
  // A kitchen: hob, sink and board.
  piece(476, 66, 168, 52, '#cfd6cb'),
  [496, 526].map((x) => circle(x, 92, 12, '#555')),
  piece(560, 76, 66, 32, '#a9c6d8'),
  // A bed.
  piece(690, 90, 170, 130, '#b4c3de'),
  [98, 160].map((y) => piece(698, y, 44, 52, '#f4f7fc')),
  // A room with nothing but shelves.
  piece(76, 510, 200, 28, '#b98d5f', 2),
  [100, 130, 160, 190, 220, 250].map((x) => line(x, 512, x, 536, 3, '#7a5a3a')),
  // A bath and a basin.
  piece(730, 470, 156, 66, '#cdeaf2', 33),
  piece(850, 360, 36, 60, '#cdeaf2', 18),
  piece(690, 476, 30, 44, '#f2fbfd', 14),
]

const plan = () => {
  const wall = 'stroke="#333" stroke-width="8"'
  return [
    rect(0, 0, WIDTH, HEIGHT, '#ffffff'),
    rect(0, 556, WIDTH, 44, '#6d7278'),
    [30, 150, 270, 390, 510, 630, 750, 870].map((x) => line(x, 578, x + 60, 578, 4, '#f2f2ee')),
    rect(60, 50, 400, 290, '#f6efdf', wall),
    rect(460, 50, 200, 180, '#e8f1e4', wall),
    rect(660, 50, 240, 290, '#e6ecf6', wall),
    rect(60, 340, 260, 210, '#f4e6ea', wall),
    rect(660, 340, 240, 210, '#e2f1f2', wall),
    path('M320 550 H660', 'none', wall),
    FURNITURE(),
    [
      [150, 46, 270, 46],
      [730, 46, 840, 46],
      [56, 400, 56, 490],
      [904, 120, 904, 250],
    ].map((window) => line(...window, 10, '#7cc0e8')),
    [
      [350, 340, 420, 340],
      [500, 230, 570, 230],
      [660, 270, 660, 320],
      [320, 390, 320, 450],
      [660, 390, 660, 450],
      [460, 550, 540, 550],
    ].map((door) => line(...door, 12, '#ffffff')),
  ]
}

/** When they leave, the colour of their line and their platform. */
const TRAINS = [
  ['14:05', '#2f6fd0', '2'],
  ['14:22', '#d63b3b', '1'],
  ['14:31', '#2f6fd0', '2'],
  ['14:48', '#2f9a57', '4'],
]

/** The front of a train, which says what the board is about. */
const train = (x, y, fill) => [
  rect(x - 26, y - 30, 52, 52, fill, 'rx="12"'),
  rect(x - 17, y - 20, 34, 20, '#f7f5ee', 'rx="4"'),
  [-14, 14].map((away) => circle(x + away, y + 12, 4, '#f7f5ee')),
  line(x - 12, y + 24, x - 20, y + 34, 4, fill),
  line(x + 12, y + 24, x + 20, y + 34, 4, fill),
]

const clock = () => {
  const hand = (share, length, width) => {
    const angle = share * 2 * Math.PI
    const [x, y] = [240 + Math.sin(angle) * length, 300 - Math.cos(angle) * length]
    return line(240, 300, x, y, width, '#222')
  }
  const hour = 14 + 14 / 60
  return [
    rect(0, 0, WIDTH, HEIGHT, '#20303c'),
    circle(240, 300, 190, '#f7f5ee', 'stroke="#c9a14a" stroke-width="14"'),
    Array.from({ length: 12 }, (_, at) => {
      const angle = ((at + 1) / 12) * 2 * Math.PI
      return text(240 + Math.sin(angle) * 150, 312 - Math.cos(angle) * 150, at + 1, 34)
    }),
    hand(hour / 12, 88, 12),
    hand(14 / 60, 138, 7),
    circle(240, 300, 12, '#c23b2e'),
    rect(490, 110, 420, 380, '#f7f5ee', 'rx="10"'),
    train(700, 154, '#333'),
    TRAINS.map(([time, fill, platform], row) => [
      line(515, 200 + row * 70, 885, 200 + row * 70, 1, '#bbb'),
      text(560, 248 + row * 70, time, 30),
      rect(664, 222 + row * 70, 110, 30, fill, 'rx="15"'),
      text(868, 248 + row * 70, platform, 30),
    ]),
  ]
}

const around = (x, y, distance, r, count) =>
  Array.from({ length: count }, (_, at) => {
    const angle = (at / count) * 2 * Math.PI
    return circle(x + Math.sin(angle) * distance, y + Math.cos(angle) * distance, r, '#8a93a3')
  })

const circles = () => [
  rect(0, 0, WIDTH, HEIGHT, '#ffffff'),
  around(290, 300, 170, 78, 6),
  circle(290, 300, 52, '#e8862e'),
  around(730, 300, 82, 20, 8),
  circle(730, 300, 52, '#e8862e'),
]

const HEAP = [
  ['circle', 130, 140, '#d63b3b'],
  ['square', 300, 110, '#2f6fd0'],
  ['triangle', 470, 150, '#e3b622'],
  ['circle', 650, 110, '#2f9a57'],
  ['square', 820, 160, '#d63b3b'],
  ['triangle', 180, 320, '#2f6fd0'],
  ['circle', 380, 300, '#e3b622'],
  ['triangle', 570, 330, '#d63b3b'],
  ['circle', 770, 320, '#2f6fd0'],
  ['square', 130, 480, '#2f9a57'],
  ['circle', 320, 470, '#d63b3b'],
  ['square', 500, 490, '#e3b622'],
  ['triangle', 680, 480, '#2f9a57'],
  ['circle', 840, 480, '#d63b3b'],
]
const FORMS = {
  circle: (x, y, fill) => circle(x, y, 58, fill),
  square: (x, y, fill) => rect(x - 52, y - 52, 104, 104, fill),
  triangle: (x, y, fill) => path(`M${x} ${y - 62} L${x + 66} ${y + 52} H${x - 66} Z`, fill),
}

const shapes = () => [
  rect(0, 0, WIDTH, HEIGHT, '#f3f1ea'),
  HEAP.map(([form, x, y, fill], at) => {
    const turn = form === 'circle' ? 0 : ((at * 37) % 50) - 25
    return `<g transform="rotate(${turn} ${x} ${y})">${FORMS[form](x, y, fill)}</g>`
  }),
]

const SKY = ['#2b3266', '#54417f', '#8e5186', '#cc6d78', '#ef9a66', '#f8c878']

const hills = () => [
  rect(0, 0, WIDTH, HEIGHT, SKY.at(-1)),
  SKY.map((fill, band) => rect(0, band * 60, WIDTH, 61, fill)),
  circle(700, 318, 56, '#ffe9ad'),
  path('M0 330 Q180 210 400 320 T960 290 V600 H0 Z', '#4d4a70'),
  path('M0 400 Q260 290 540 390 T960 350 V600 H0 Z', '#35496a'),
  path('M0 470 Q500 420 960 470 V600 H0 Z', '#c98a86'),
  path('M0 470 Q300 540 560 505 T960 560 V600 H0 Z', '#22394a'),
  rect(220, 400, 110, 84, '#3a2a33'),
  path('M204 402 L275 346 L346 402 Z', '#6b3440'),
  rect(240, 424, 26, 28, '#ffd977'),
  rect(286, 424, 26, 28, '#ffd977'),
  [0, 1, 2].map((tree) => [
    rect(396 + tree * 46, 452, 8, 40, '#2c2226'),
    path(`M${400 + tree * 46} 372 l24 88 h-48 Z`, '#1d3b3c'),
  ]),
]

mkdirSync(FOLDER, { recursive: true })
for (const [name, draw] of Object.entries({ chart, plan, clock, circles, shapes, hills })) {
  await sharp(Buffer.from(svg(draw())))
    .png({ palette: true, colours: 64, compressionLevel: 9, effort: 10 })
    .toFile(join(FOLDER, `${name}.png`))
}
