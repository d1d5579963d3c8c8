export interface Planet {
  en: string
  zh: string
  /** Kilometres. */
  diameter: number
  /** Confirmed moons, as counted in early 2025. */
  moons: number
  /** Earth days. */
  year: number
}

/** From the sun outwards. */
export const PLANETS: readonly Planet[] = [
  { en: 'Mercury', zh: '水星', diameter: 4879, moons: 0, year: 88 },
  { en: 'Venus', zh: '金星', diameter: 12104, moons: 0, year: 225 },
  { en: 'Earth', zh: '地球', diameter: 12756, moons: 1, year: 365 },
  { en: 'Mars', zh: '火星', diameter: 6792, moons: 2, year: 687 },
  { en: 'Jupiter', zh: '木星', diameter: 142984, moons: 97, year: 4331 },
  { en: 'Saturn', zh: '土星', diameter: 120536, moons: 274, year: 10747 },
  { en: 'Uranus', zh: '天王星', diameter: 51118, moons: 28, year: 30589 },
  { en: 'Neptune', zh: '海王星', diameter: 49528, moons: 16, year: 59800 },
]
