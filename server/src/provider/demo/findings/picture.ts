import type { Snippet } from '../code/library.js'
import type { Bilingual, Language } from '../kit/language.js'
import { enumerate } from '../kit/quote.js'
import { COLOUR_NAMES } from '../sight/colours.js'
import type { Look, SeenColour } from '../sight/look.js'
import type { Finding } from './finding.js'

/** What there is to say of pictures whose pixels were measured. */
export function pictureFinding(looks: readonly [Look, ...Look[]], language: Language): Finding {
  const words = WORDS[language]
  const [first] = looks
  const many = looks.length > 1
  const named = looks.map((_, index) => (many ? words.numbered(index + 1) : words.one))
  return {
    known: true,
    title: many ? words.titleMany(looks.length) : words.title,
    gist: looks
      .map((look, index) => words.gist(named[index] ?? '', sizeOf(look), look))
      .join(language === 'zh' ? '' : ' '),
    because: words.because,
    points: looks.flatMap((look, index) => points(look, many ? named[index] : undefined, language)),
    table: {
      head: [words.property, ...named],
      rows: [
        [words.size, ...looks.map(sizeOf)],
        [words.colours, ...looks.map((look) => coloursOf(look.colours, language))],
        [words.brightness, ...looks.map((look) => `${look.brightness} %`)],
        [words.contrast, ...looks.map((look) => `${look.contrast} %`)],
      ],
    },
    formula: `\\bar{L} = \\frac{1}{N} \\sum_{i=1}^{N} \\left(0.2126\\,R_i + 0.7152\\,G_i + 0.0722\\,B_i\\right) = ${(first.brightness / 100).toFixed(2)}, \\qquad \\frac{w}{h} = \\frac{${first.width}}{${first.height}} = ${(first.width / first.height).toFixed(2)}`,
    snippet: palette(looks),
  }
}

const sizeOf = ({ width, height }: Look): string => `${width} × ${height}`

function points(look: Look, name: string | undefined, language: Language): string[] {
  const words = WORDS[language]
  const of = name === undefined ? '' : `${name}${language === 'zh' ? '：' : ': '}`
  return [
    `${of}${words.sizePoint(sizeOf(look), look)}`,
    ...look.colours.map((colour) => `${of}${words.colourPoint(colour)}`),
    `${of}${words.brightnessPoint(look)}`,
  ]
}

const coloursOf = (colours: readonly SeenColour[], language: Language): string =>
  enumerate(
    colours.map(({ name, share }) => `${COLOUR_NAMES[name][language]} (${share} %)`),
    language,
  )

function shapeOf({ width, height }: Look, language: Language): string {
  const shape = width === height ? 'square' : width > height ? 'landscape' : 'portrait'
  return SHAPES[shape][language]
}

function lightOf({ brightness }: Look, language: Language): string {
  const light =
    brightness < 25 ? 'dark' : brightness < 45 ? 'dim' : brightness < 70 ? 'even' : 'bright'
  return LIGHTS[light][language]
}

const SHAPES = {
  square: { en: 'square', zh: '正方形' },
  landscape: { en: 'landscape', zh: '横向' },
  portrait: { en: 'portrait', zh: '纵向' },
} satisfies Record<string, Bilingual>

const LIGHTS = {
  dark: { en: 'dark', zh: '偏暗' },
  dim: { en: 'rather dim', zh: '略暗' },
  even: { en: 'evenly lit', zh: '明暗适中' },
  bright: { en: 'bright', zh: '明亮' },
} satisfies Record<string, Bilingual>

interface Words {
  one: string
  numbered: (number: number) => string
  title: string
  titleMany: (count: number) => string
  gist: (name: string, size: string, look: Look) => string
  because: string
  property: string
  size: string
  colours: string
  brightness: string
  contrast: string
  sizePoint: (size: string, look: Look) => string
  colourPoint: (colour: SeenColour) => string
  brightnessPoint: (look: Look) => string
}

const WORDS: Bilingual<Words> = {
  en: {
    one: 'The picture',
    numbered: (number) => `Picture ${number}`,
    title: 'What the picture measures',
    titleMany: (count) => `What the ${count} pictures measure`,
    gist: (name, size, look) =>
      `${name} is ${shapeOf(look, 'en')}, ${size} pixels, mostly ${coloursOf(look.colours.slice(0, 2), 'en')}, and ${lightOf(look, 'en')} (brightness ${look.brightness} %).`,
    because:
      'An offline demo model measures pixels; what they depict is for models that have learned to see.',
    property: 'Property',
    size: 'Size',
    colours: 'Colours',
    brightness: 'Brightness',
    contrast: 'Contrast',
    sizePoint: (size, look) =>
      `${size} pixels, ${((look.width * look.height) / 1e6).toFixed(2)} megapixels, ${shapeOf(look, 'en')}`,
    colourPoint: ({ name, hex, share }) => `${share} % ${COLOUR_NAMES[name].en}, around ${hex}`,
    brightnessPoint: (look) =>
      `brightness ${look.brightness} %, contrast ${look.contrast} %: ${lightOf(look, 'en')}`,
  },
  zh: {
    one: '这张图片',
    numbered: (number) => `图片 ${number}`,
    title: '图片的测量结果',
    titleMany: (count) => `${count} 张图片的测量结果`,
    gist: (name, size, look) =>
      `${name}为${shapeOf(look, 'zh')}，${size} 像素，以${coloursOf(look.colours.slice(0, 2), 'zh')}为主，${lightOf(look, 'zh')}（亮度 ${look.brightness} %）。`,
    because: '离线演示模型只会测量像素；画面是什么，要由学会看图的模型来说。',
    property: '项目',
    size: '尺寸',
    colours: '颜色',
    brightness: '亮度',
    contrast: '对比度',
    sizePoint: (size, look) =>
      `${size} 像素，${((look.width * look.height) / 1e6).toFixed(2)} 百万像素，${shapeOf(look, 'zh')}`,
    colourPoint: ({ name, hex, share }) => `${COLOUR_NAMES[name].zh}占 ${share} %，约为 ${hex}`,
    brightnessPoint: (look) =>
      `亮度 ${look.brightness} %，对比度 ${look.contrast} %：${lightOf(look, 'zh')}`,
  },
}

/** The measured colours as a program that draws with them. */
function palette(looks: readonly Look[]): Snippet {
  const pictures = looks.map(({ width, height, colours }) => {
    const swatches = colours.map(({ hex, share }) => `("${hex}", ${share})`).join(', ')
    return `    (${width}, ${height}, [${swatches}]),`
  })
  return {
    language: 'python',
    source: [
      'pictures = [  # width, height, (colour, share in percent)',
      ...pictures,
      ']',
      '',
      'for width, height, palette in pictures:',
      '    print(f"{width} x {height}")',
      '    for colour, share in palette:',
      '        r, g, b = (int(colour[i : i + 2], 16) for i in (1, 3, 5))',
      '        print(f"\\033[48;2;{r};{g};{b}m{\' \' * (share // 2)}\\033[0m {colour} {share} %")',
    ].join('\n'),
  }
}
