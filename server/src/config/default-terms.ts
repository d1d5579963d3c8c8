import type { FileLanguage } from '#shared/vocabulary'

/** What holds where the operator has written nothing: no more than the software itself can say. */
export const TERMS: Record<FileLanguage, string> = {
  en: `# Terms of use

Whoever runs this arena has written no terms of their own. These few come with the software.

## What this is

Language models answer your prompts, and people judge the answers. Answers are made by machines: they can be wrong, out of date or offensive, and are no advice in matters of health, law or money. Check what you rely on.

## What you send

Send only what you may pass on to others. Your prompts and pictures go to the providers of the models, whose own rules hold there. Enter no secrets, and nothing about other people that they would not want to be known.

Do not use this arena to harm anybody, to break the law, or to overload it. Whoever runs it may refuse prompts, take votes off the leaderboard, delete conversations and show people out.

## What you vote

Vote by what you read, once in a battle, and not to push a model. Votes that were counted stay counted, without your name and without any text.

## No promise

This arena is offered as it is. It may change, lose what it holds, or end at any time: save what you need.
`,
  'zh-CN': `# 使用条款

本竞技场的运营者没有写自己的条款。以下几条随软件提供。

## 这是什么

语言模型回答你的提问，由人来评判。回答由机器生成：可能有错、过时或令人不快，也不构成医疗、法律或财务建议。请核实你要依靠的内容。

## 你发送的内容

只发送你有权转交他人的内容。你的提问和图片会发送给模型的提供商，在那里适用它们自己的规则。请不要输入机密，也不要输入他人不愿公开的信息。

请不要用本竞技场伤害他人、违反法律或使其过载。运营者可以拒绝提问、把投票移出排行榜、删除对话，以及请人离开。

## 你的投票

请按你读到的内容投票，每场对战一次，不要刻意抬高某个模型。已计入的投票会保留，其中没有你的名字，也没有任何文字。

## 不作保证

本竞技场按现状提供。它可能随时改变、丢失内容或关闭：需要的内容请自行保存。
`,
}
