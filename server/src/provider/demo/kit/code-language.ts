export type CodeLanguage = 'python' | 'javascript' | 'typescript' | 'go' | 'sql'

export const CODE_LANGUAGE_TITLES: Record<CodeLanguage, string> = {
  python: 'Python',
  javascript: 'JavaScript',
  typescript: 'TypeScript',
  go: 'Go',
  sql: 'SQL',
}

// Chinese has no spaces, so a Latin name ends where Latin letters end.
const named = (names: string) => new RegExp(`(?<![a-z])(?:${names})(?![a-z+#])`, 'i')

const NAMES: readonly [CodeLanguage, RegExp][] = [
  ['typescript', named('typescript|ts')],
  ['javascript', named(String.raw`javascript|js|node(?:\.?js)?|browser`)],
  ['python', named('python3?|py|django|pandas')],
  ['go', named('golang')],
  ['go', /\b(?:in|with|using) [Gg]o\b|用\s*[Gg]o(?![a-z])|(?<![a-z])Go\s*(?:语言|代码|函数)/],
  ['sql', named('sql|sqlite|postgres(?:ql)?|mysql')],
]

export const codeLanguage = (text: string): CodeLanguage | undefined =>
  NAMES.find(([, name]) => name.test(text))?.[0]

const OTHERS = named(
  String.raw`java|rust|c\+\+|c#|ruby|php|swift|kotlin|scala|haskell|perl|lua|bash|shell|elixir|r`,
)

/** A language that was asked for and that the code library does not have. */
export const otherCodeLanguage = (text: string): string | undefined =>
  [...text.matchAll(/\b(?:in|with|using)\s+([a-z+#]+)|用\s*([a-z+#]+)/gi)]
    .map((found) => found[1] ?? found[2] ?? '')
    .find((name) => OTHERS.test(name))
