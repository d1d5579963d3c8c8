/** Texts in which what comes later decides how something earlier is read. */
export const TRICKY_DOCUMENTS: Record<string, string> = {
  'a heading underlined late': 'Title\n===\n\nText\n---\nmore',
  'a rule or emphasis': 'Foo\n***bold***\n\nFoo\n***\nbar',
  'a table after a paragraph': 'Look:\na | b\n--- | :-:\n1 | 2\n\n| x |\n|---|\n| `a|b` |\nend',
  'lists, tight and loose':
    '- a\n- b\n\n  c\n- d\n\n\n1. x\n2. y\n   - z\n\n* other\n\n- - -\n+ more',
  'a rule that begins as a list': '- a\n\n- - -\n\n- b\n\n- - - x',
  fences:
    'Code:\n```js\nconst a = "```"\n\n~~~\n```\nafter\n\n~~~~ts x=1\n```\n~~~\n~~~~\n\n```\nnever closed\n\n- a',
  'a fence in a list': '1. do\n\n   ```sh\n   ls\n\n   pwd\n   ```\n\n   then\n2. done',
  'links defined at the end':
    'See [one][1], [two] and [three][x].\n\nMore [1].\n\n[1]: https://a.example "A"\n[two]: https://b.example\n\n[x]:\nhttps://c.example\n',
  'a definition with a long title':
    "[a]: https://a.example\n'one\ntwo'\n\n[a] and\n[b]: https://no.example\n",
  formulas:
    'Let $x^2$ be \\(y\\):\n$$\n\\frac{a}{b}\n- c\n$$\nthen \\[ z \\] costs $5 or $10.\n\n\\[\na_1 * b_1 * c\n\\]\n\n$$x$$\n',
  'a formula that never ends': 'So\n\n$$\n\\alpha * \\beta *\n\nand the rest\n\n- a\n- b\n',
  'a formula broken by a blank line': 'p\n$$\n- a\n\nb\n\nc\n$$\nd\n',
  'formulas in a list': '1. First:\n   $$\n   x\n   $$\n2. Second \\(y\\)\n\n   \\[z\n   \\]\n',
  quotes: '> a\nlazy\n> > b\n\n> c\n>\n> ```\n> d\n\nend\n===',
  'line ends of three kinds': 'a\r\nb\rc\n\r\n- d\r\n- e\0f\r\n\r\n```\r\ncode\r\n```\r\n',
  'indented code': 'a\n\n    code\n\n    more\n\nb\n    not code\n',
  'raw html': '<div>\n\n**a**\n\n</div>\n<br>x<br/>y <b\n',
  Chinese:
    '# 标题\n\n**重点**：见 https://例子.example/路径。\n\n- 一\n- 二\n\n|列|值|\n|-|-|\n|甲|乙|\n',
}
