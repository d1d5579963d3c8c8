import type { Frame } from './frame.js'
import { CHINESE } from './languages/chinese.js'
import { ENGLISH } from './languages/english.js'
import { FRENCH } from './languages/french.js'
import { GERMAN } from './languages/german.js'
import { JAPANESE } from './languages/japanese.js'
import { RUSSIAN } from './languages/russian.js'
import { SPANISH } from './languages/spanish.js'
import { bare, NameFinder, type FoundName, type NamedModel } from './name-finder.js'

const FRAMES: readonly Frame[] = [
  ...ENGLISH,
  ...CHINESE,
  ...SPANISH,
  ...FRENCH,
  ...GERMAN,
  ...JAPANESE,
  ...RUSSIAN,
]
/** How far a sentence is looked at before and after a name, in UTF-16 units. */
const BEFORE = 140
const AFTER = 80
/** Names that are looked at in one text, so that a flood of them costs no more than this. */
const MOST_NAMES = 400

/**
 * Tells whether an answer says who wrote it: a sentence in which the writer speaks of itself and names
 * a model or a maker. A name alone is no such thing, whoever asked about it. Time is linear in the text.
 */
export class SelfNaming {
  private readonly finder: NameFinder

  constructor(models: readonly NamedModel[]) {
    this.finder = new NameFinder(models)
  }

  /** `text` is what the model said, never what it was asked. */
  found(text: string): boolean {
    const plain = bare(text)
    let looked = 0
    for (const name of this.finder.find(plain)) {
      if ((looked += 1) > MOST_NAMES) return false
      if (spokenOfSelf(plain, name)) return true
    }
    return false
  }
}

function spokenOfSelf(text: string, { kinds, start, end }: FoundName): boolean {
  const after = text.slice(end, end + AFTER)
  const before = sentenceBefore(text.slice(Math.max(0, start - BEFORE), start), after)
  if (SURNAME.test(after)) return false
  return FRAMES.some(
    (frame) =>
      frame.kinds.some((kind) => kinds.has(kind)) &&
      (frame.before?.test(before) ?? true) &&
      (frame.after?.test(after) ?? true),
  )
}

/** Where a sentence ends, or where somebody else may begin to speak in it. */
const BREAK = /[.!?](?=\s)|[。！？\n]|["“„«「『]/gu
const QUOTE = /["“„«「『]/u
/** The quotation ends, and the text goes on in the same line. */
const GOES_ON = /^[^"”»」』\n]{0,70}["”»」』][ ,]*\p{L}/u

/** Empty where the name stands in what somebody else says, a quotation inside a text. */
function sentenceBefore(near: string, after: string): string {
  // A name may stand in quotation marks of its own.
  const text = near.replace(/["“„«「『]\s*$/u, '')
  const last = [...text.matchAll(BREAK)].at(-1)
  if (!last) return text
  const quoted =
    QUOTE.test(last[0]) && (text.slice(0, last.index).trim() !== '' || GOES_ON.test(after))
  return quoted ? QUOTED : text.slice(last.index + last[0].length)
}
/** Matches no frame. */
const QUOTED = '"'

/** `Claude Monet`, not `Claude Sonnet`: another name that goes on is a person's. */
const SURNAME =
  /^ (?!Sonnet|Opus|Haiku|Instant|Pro|Flash|Ultra|Nano|Mini|Large|Small|Medium|Max|Plus|Turbo|Chat|Code|AI|I\b|Inc|LLC|Labs?|Research|Cloud|DeepMind|Corporation|Model|Assistant|Nemo|Next|Lite|Instruct|R\b|Coder|Vision|Think|Reasoner)\p{Lu}\p{Ll}+/u
