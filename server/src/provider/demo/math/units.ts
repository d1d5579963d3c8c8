import { parseRational, type Rational } from './rational.js'

/** A unit; `factor` is its size in the base unit of its dimension, exactly. */
export interface Unit {
  name: string
  dimension: 'length' | 'mass' | 'time' | 'volume'
  factor: Rational
}

const TABLE: readonly [Unit['dimension'], string, string, string][] = [
  ['length', 'mm', '0.001', 'mm|millimet(?:er|re)s?|毫米'],
  ['length', 'cm', '0.01', 'cm|centimet(?:er|re)s?|厘米'],
  ['length', 'km', '1000', 'km|kilomet(?:er|re)s?|公里|千米'],
  ['length', 'm', '1', 'm|met(?:er|re)s?|米'],
  ['length', 'in', '0.0254', 'in|inch(?:es)?|英寸'],
  ['length', 'ft', '0.3048', 'ft|f(?:oo|ee)t|英尺'],
  ['length', 'yd', '0.9144', 'yd|yards?|码'],
  ['length', 'mi', '1609.344', 'mi|miles?|英里'],
  ['mass', 'kg', '1000', 'kg|kilograms?|kilos?|公斤|千克'],
  ['mass', 'g', '1', 'g|grams?|克'],
  ['mass', 'lb', '453.59237', 'lbs?|pounds?|磅'],
  ['mass', 'oz', '28.349523125', 'oz|ounces?|盎司'],
  ['mass', '斤', '500', '斤'],
  ['time', 's', '1', 's|sec(?:ond)?s?|秒'],
  ['time', 'min', '60', 'min(?:ute)?s?|分钟'],
  ['time', 'h', '3600', 'h|hours?|小时'],
  ['time', 'd', '86400', 'days?|天'],
  ['time', 'wk', '604800', 'weeks?|周|星期'],
  ['volume', 'ml', '0.001', 'ml|millilit(?:er|re)s?|毫升'],
  ['volume', 'l', '1', 'l|lit(?:er|re)s?|升'],
  ['volume', 'gal', '3.785411784', 'gal(?:lon)?s?|加仑'],
]

const UNITS = TABLE.map(([dimension, name, factor, spelled]) => ({
  unit: { name, dimension, factor: parseRational(factor) } satisfies Unit,
  whole: new RegExp(`^(?:${spelled})$`, 'i'),
}))

/** Any spelling, as part of a pattern; what follows decides between "m" and "miles". */
export const UNIT_PATTERN = `(?:${TABLE.map(([, , , spelled]) => spelled).join('|')})(?![a-z])`

export const unitNamed = (spelled: string): Unit | undefined =>
  UNITS.find(({ whole }) => whole.test(spelled))?.unit
