import { findTask, snippet } from '../code/library.js'
import { matterOf, sketch } from '../code/sketch.js'
import { CODE_LANGUAGE_TITLES, otherCodeLanguage } from '../kit/code-language.js'
import type { Language } from '../kit/language.js'
import { latexText, plain, sentenceCase } from '../kit/quote.js'
import type { Understanding } from '../kit/understand.js'
import type { Finder, Finding } from './finding.js'

/** A task of the code library. */
export const programmingTask: Finder = (understanding) => {
  const { topic, language } = understanding
  const task = findTask(topic)
  if (!task) return undefined
  const code = snippet(task, understanding.codeLanguage)
  const facts =
    language === 'zh'
      ? [`时间复杂度：$${task.cost}$。`, '先用空输入、单个元素和重复元素各试一次。']
      : [
          `Running time: $${task.cost}$.`,
          'Try it with nothing, with one item, and with equal items.',
        ]
  return {
    known: true,
    title: task.title[language],
    gist: introduced(task.title[language], task.idea[language], language),
    because: languageNote(understanding, code.language) + task.care[language],
    points: facts,
    formula: task.formula,
    cost: task.cost,
    snippet: code,
  }
}

/** A request for code that the library does not have: an outline in the prompt's own names. */
export const programSketch: Finder = (understanding) => {
  if (understanding.kind !== 'code') return undefined
  const { language } = understanding
  const matter = plain(matterOf(understanding), 40)
  const text: Pick<Finding, 'gist' | 'because' | 'points'> =
    language === 'zh'
      ? {
          gist: `关于“${matter}”，离线的我没有现成的程序，但可以先定下输入、主要步骤和输出。`,
          because: '先写清楚给什么、要什么，再写中间一步，比一开始就写代码更快。',
          points: [
            `输入：${matter}需要哪些数据？`,
            '主要步骤：先处理最简单的情况。',
            '测试：一个普通例子、一个空例子、一个错误例子。',
          ],
        }
      : {
          gist: `I have no finished program for “${matter}” offline, but the shape is clear: input, one main step, result.`,
          because:
            'Writing down what goes in and what comes out first saves more time than it costs.',
          points: [
            `Input: which data does ${matter} need?`,
            'Main step: handle the simplest case first.',
            'Tests: one ordinary example, one empty, one wrong.',
          ],
        }
  return {
    known: false,
    title: sentenceCase(matter),
    ...text,
    formula: `f : \\text{input} \\to ${latexText(matter)}`,
    snippet: sketch(understanding),
  }
}

function languageNote(
  { topic, language }: Understanding,
  used: keyof typeof CODE_LANGUAGE_TITLES,
): string {
  const wanted = otherCodeLanguage(topic)
  if (!wanted) return ''
  const title = CODE_LANGUAGE_TITLES[used]
  return language === 'zh'
    ? `我没有 ${wanted} 版本，这里用 ${title} 表达同样的思路。`
    : `I do not have it in ${wanted}; the same idea is written in ${title} here. `
}

const introduced = (title: string, idea: string, language: Language) =>
  language === 'zh'
    ? `${title}：${idea}`
    : `${title}: ${idea.charAt(0).toLowerCase()}${idea.slice(1)}`
