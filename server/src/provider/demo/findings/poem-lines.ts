import type { Bilingual } from '../kit/language.js'

/** Lines that fit any matter; `{}` is its place. The Chinese ones are of seven characters. */
export const OPENINGS: Bilingual<[string, ...string[]]> = {
  en: ['{} at daybreak —', '{}: nothing stirs,', 'After rain, {} —', 'All day long, {};'],
  zh: ['晨光初照看{}，', '一窗细雨忆{}，', '长路归来遇{}，', '夜深灯下念{}，'],
}

export const MIDDLES: Bilingual<[string, ...string[]]> = {
  en: [
    'what was loud all night grows still,',
    'one thought stays, the others leave,',
    'a small wind turns the page,',
    'the old question asks again,',
  ],
  zh: ['旧事如烟入梦轻。', '一片清风万里情。', '半盏清茶慢慢明。', '几番寒暑几番晴。'],
}

export const CLOSINGS: Bilingual<[string, ...string[]]> = {
  en: [
    'the light takes its time.',
    'and the door stays open.',
    'I count it twice.',
    'somebody hums.',
  ],
  zh: [
    '莫道天涯知己少，相逢一笑月同行。',
    '且把闲愁付流水，明朝依旧向前行。',
    '人间最是寻常好，灯火阑珊处处生。',
  ],
}

/** An image for matters that poems are often asked about. */
export const IMAGES: readonly { match: RegExp; line: Bilingual }[] = [
  {
    match: /autumn|fall\b|秋/i,
    line: { en: 'one leaf decides, then many,', zh: '霜叶无声落满庭。' },
  },
  { match: /spring|春/i, line: { en: 'buds push at the cold morning,', zh: '柳色新来燕语轻。' } },
  {
    match: /winter|snow|冬|雪/i,
    line: { en: 'snow writes over every step,', zh: '白雪无言覆旧城。' },
  },
  {
    match: /sea|ocean|wave|海/i,
    line: { en: 'the wave takes back what it brought,', zh: '潮去潮来月自明。' },
  },
  {
    match: /moon|night|star|月|夜|星/i,
    line: { en: 'a cup of moon in the well,', zh: '一轮明月照江清。' },
  },
  { match: /rain|雨/i, line: { en: 'the gutter learns a new song,', zh: '点点敲窗到五更。' } },
  { match: /love|爱/i, line: { en: 'two cups, though one drinks alone,', zh: '两处相思一处生。' } },
  {
    match: /code|program|computer|bug|代码|程序|编程/i,
    line: { en: 'one bracket missing, all night,', zh: '一行代码到天明。' },
  },
  { match: /cat|猫/i, line: { en: 'the warm chair has been taken,', zh: '懒卧花阴梦不惊。' } },
  {
    match: /mountain|山/i,
    line: { en: 'the path ends where clouds begin,', zh: '云自往来峰自青。' },
  },
]
