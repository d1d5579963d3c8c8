import { plain } from './quote.js'

// A thing that is compared: a few words, without the marks that end it.
const THING = String.raw`([^?？,，.。;；:：!！\n]{1,40}?)`
const END = String.raw`(?:\s*(?:[?？,，.。;；:：!！\n]|$|\b(?:for|when|in terms|which|as)\b))`

const PATTERNS = [
  new RegExp(String.raw`\b(?:choose|decide|pick) between\s+${THING}\s+and\s+${THING}${END}`, 'i'),
  new RegExp(String.raw`在\s*${THING}\s*(?:和|与|跟)\s*${THING}\s*之间`, 'i'),
  new RegExp(String.raw`differences? between\s+${THING}\s+and\s+${THING}${END}`, 'i'),
  new RegExp(
    String.raw`\bcompar(?:e|ison of|ing)\s+${THING}\s+(?:and|with|to|versus|vs\.?)\s+${THING}${END}`,
    'i',
  ),
  new RegExp(
    String.raw`(?:^|[,:.]|\bis|\bare|\bshould i (?:use|learn|choose|get))\s*${THING}\s+(?:vs\.?|versus|better than)\s+${THING}${END}`,
    'i',
  ),
  new RegExp(
    String.raw`(?:better,?|choose|use|learn|prefer|get|pick)[:,]?\s+${THING}\s+or\s+${THING}${END}`,
    'i',
  ),
  new RegExp(String.raw`\bshould (?:i|we)\s+${THING}\s+or\s+${THING}${END}`, 'i'),
  new RegExp(
    String.raw`(?:比较|对比|讲讲|说说|解释)?(?:一下)?\s*${THING}\s*(?:和|与|跟|同)\s*${THING}\s*(?:之间)?(?:有什么|的|有何|哪个|谁|哪种|，|相比)`,
    'i',
  ),
  new RegExp(
    String.raw`(?:比较|对比)(?:一下)?\s*${THING}\s*(?:和|与|跟|同)\s*${THING}(?:[?？。，]|$)`,
    'i',
  ),
  new RegExp(
    String.raw`(?:选|用|学|买|养)\s*${THING}\s*还是\s*(?:选|用|学|买|养)?\s*${THING}(?:[?？。，好]|$)`,
    'i',
  ),
]

/** The two things that a text compares. */
export function comparedPair(text: string): [string, string] | undefined {
  for (const pattern of PATTERNS) {
    const found = pattern.exec(text.slice(0, 600))
    const pair = [clean(found?.[1]), clean(found?.[2])] as const
    if (pair[0] && pair[1]) return [pair[0], pair[1]]
  }
  return undefined
}

const clean = (thing = ''): string => plain(thing.replace(/^(?:the|a|an|请|你|我)\s*/i, ''), 40)
