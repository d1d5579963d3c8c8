import { describe, expect, it } from 'vitest'
import { closeOpenMarks } from '../../../../client/src/lib/markdown/close-open-marks.js'
import { rendered } from './support.js'

describe('the growing end of a text', () => {
  it.each([
    ['a **bold', 'a **bold**'],
    ['a **bold ', 'a **bold**'],
    ['a **bold*', 'a **bold**'],
    ['a **', 'a '],
    ['a **b** c', 'a **b** c'],
    ['**a** and **b', '**a** and **b**'],
    ['run `npm i', 'run `npm i`'],
    ['run `', 'run '],
    ['run `a` and `b', 'run `a` and `b`'],
    ['`**` is', '`**` is'],
    ['`**', '`**`'],
    ['see [the docs](https://exam', 'see the docs'],
    ['see [the docs](', 'see the docs'],
    ['**see [docs](https://e', '**see docs**'],
    ['- one **two\n- three', '- one **two\n- three'],
    ['| **a', '| **a**'],
    ['```js\na ** b', '```js\na ** b'],
    ['- x\n  ```\n  `a', '- x\n  ```\n  `a'],
    ['    code **a', '    code **a'],
    ['', ''],
  ])('%j is read as %j', (source, closed) => {
    expect(closeOpenMarks(source)).toBe(closed)
  })

  it('is bold from its first word on, and what it was written as when nothing more comes', () => {
    expect(rendered('One\n\na **bold', true).querySelector('strong')?.textContent).toBe('bold')
    expect(rendered('One\n\na **bold').querySelector('strong')).toBeNull()
  })
})
