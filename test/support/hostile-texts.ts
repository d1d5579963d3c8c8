/** Where an address would lead to code, or to what is not the reader's to fetch. */
const SCHEMES = [
  'javascript:window.pwned=1',
  'vbscript:window.pwned=1',
  'data:text/html,<script>parent.pwned=1</script>',
  'blob:https://evil.example/1',
  'file:///etc/passwd',
]

/** Ways to write an address so that a filter of words misses it and a browser may not. */
const ENCODINGS: ((address: string) => string)[] = [
  (address) => address,
  (address) => address.replace(/^\w+/, (name) => name.replace(/../g, upperFirst)),
  (address) => address.replace(/^\w/, (first) => `&#${first.charCodeAt(0)};`),
  (address) => address.replace(/^\w/, (first) => `&#x${first.charCodeAt(0).toString(16)};`),
  (address) => address.replace(':', '&colon;'),
  (address) => address.replace(/^(..)/, '$1\t'),
  (address) => address.replace(/^(..)/, '$1&NewLine;'),
  (address) => `\u0001${address}`,
  (address) => address.replace(/^\w/, (first) => `%${first.charCodeAt(0).toString(16)}`),
]

/** Where a model may put it. */
const CONTEXTS: ((address: string) => string)[] = [
  (address) => `[x](${address})`,
  (address) => `[x](<${address}> "title")`,
  (address) => `[x][y]\n\n[y]: ${address}`,
  (address) => `<${address}>`,
  (address) => `![x](${address})`,
  (address) => `<a href="${address}">x</a>`,
  (address) => `<iframe src='${address}'></iframe>`,
  (address) => `<form action="${address}"><button formaction="${address}">x</button></form>`,
  (address) => `<svg><a xlink:href="${address}"><text>x</text></a></svg>`,
]

const upperFirst = (pair: string): string => pair.charAt(0).toUpperCase() + pair.slice(1)

/** Every scheme in every encoding at every place. */
export const HOSTILE_TEXTS: string[] = SCHEMES.flatMap((scheme) =>
  ENCODINGS.flatMap((encoded) => CONTEXTS.map((placed) => placed(encoded(scheme)))),
)
