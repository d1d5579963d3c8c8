import { CAPITALS } from '../knowledge/places.js'
import { PLANETS, type Planet } from '../knowledge/planets.js'
import type { Finder } from './finding.js'

const named = (name: string) => new RegExp(`\\b${name.replace(/^the /, '')}\\b`, 'i')

/** The capital of a country, or the country of a capital. */
export const capital: Finder = ({ topic, language }) => {
  if (!/\bcapital\b|首都/i.test(topic)) return undefined
  const row = CAPITALS.find(
    ([country, city, zh, zhCity]) =>
      named(country).test(topic) ||
      topic.includes(zh) ||
      named(city).test(topic) ||
      topic.includes(zhCity),
  )
  if (!row) return undefined
  const [country, city, zh, zhCity] = row
  return language === 'zh'
    ? {
        known: true,
        title: `${zh}的首都`,
        gist: `${zh}的首都是${zhCity}。`,
        because: '首都通常是政府所在地，却不一定是最大的城市。',
        points: [
          `${zhCity}的英文写法是 ${city}。`,
          `${zh}的英文是 ${country.replace(/^the /, '')}。`,
        ],
        table: { head: ['国家', '首都'], rows: [[zh, zhCity]] },
      }
    : {
        known: true,
        title: `The capital of ${country}`,
        gist: `The capital of ${country} is ${city}.`,
        because: 'A capital is the seat of government, and not always the largest city.',
        points: [
          `In Chinese the city is written ${zhCity}.`,
          `The country itself is called ${zh} in Chinese.`,
        ],
        table: { head: ['Country', 'Capital'], rows: [[country, city]] },
      }
}

/** The planets, all of them or those that the prompt names. */
export const planets: Finder = ({ topic, language }) => {
  const asked = PLANETS.filter(
    (planet) => named(planet.en).test(topic) || topic.includes(planet.zh),
  )
  const all = /\bplanets?\b|\bsolar system\b|行星|太阳系/i.test(topic)
  if (!all && (asked.length === 0 || asked.every(({ en }) => en === 'Earth'))) return undefined
  const shown = asked.length > 0 ? asked : PLANETS
  const largest = [...shown].sort((x, y) => y.diameter - x.diameter)[0]
  if (!largest) return undefined
  const zh = language === 'zh'
  const names = shown.map((planet) => (zh ? planet.zh : planet.en))
  const [only] = shown
  return {
    known: true,
    title: zh ? '太阳系的行星' : shown.length === 1 ? names.join('') : 'The planets',
    gist:
      shown.length === 1 && only
        ? describe(only, zh)
        : zh
          ? `太阳系的行星由内到外是${names.join('、')}，其中最大的是${largest.zh}。`
          : `The planets, from the sun outwards: ${names.join(', ')}; ${largest.en} is the largest of them.`,
    because: zh
      ? '内侧四颗是岩质行星，外侧四颗是气态或冰质巨行星，因为靠近太阳处冰与气体难以留存。'
      : 'The inner four are rock, the outer four gas and ice, since ice and gas could not last near the young sun.',
    points: shown.slice(0, 8).map((planet) => describe(planet, zh)),
    myth: zh
      ? '冥王星自 2006 年起归为矮行星。'
      : 'Pluto has been called a dwarf planet since 2006.',
    formula: 'T^{2} \\propto a^{3}',
    table: {
      head: zh
        ? ['行星', '直径（公里）', '卫星', '一年（天）']
        : ['Planet', 'Diameter (km)', 'Moons', 'Year (days)'],
      rows: shown.map((planet) => [
        zh ? planet.zh : planet.en,
        planet.diameter.toLocaleString('en'),
        String(planet.moons),
        planet.year.toLocaleString('en'),
      ]),
    },
  }
}

function describe({ en, zh, diameter, moons, year }: Planet, chinese: boolean): string {
  const order = PLANETS.findIndex((planet) => planet.en === en) + 1
  const size = diameter.toLocaleString('en')
  const days = year.toLocaleString('en')
  return chinese
    ? `${zh}是离太阳第 ${order} 近的行星，直径 ${size} 公里，有 ${moons} 颗卫星，公转一周 ${days} 天。`
    : `${en} is planet number ${order} from the sun, ${size} km across, with ${moons} ${moons === 1 ? 'moon' : 'moons'} and a year of ${days} days.`
}
