import type { Understanding } from '../kit/understand.js'
import type { Voice } from '../kit/voice.js'
import type { Finder, Finding } from './finding.js'
import { capital, planets } from './geography.js'
import { knownTopic } from './known-topic.js'
import { mathematics } from './mathematics.js'
import { openQuestion } from './open-question.js'
import { poem } from './poem.js'
import { programSketch, programmingTask } from './programming.js'
import { smallTalk } from './small-talk.js'
import { summary } from './summary.js'
import { translation } from './translation.js'

const FINDERS: readonly Finder[] = [smallTalk, mathematics, translation, poem, summary]

/** "Explain recursion in Python" names a language and yet wants to understand. */
const explained: Finder = (understanding, voice) =>
  /\b(?:explain|what is|why)\b|解释|什么是|为什么/i.test(understanding.prompt)
    ? knownTopic(understanding, voice)
    : undefined

// Someone who wants code gets code; someone who wants to understand gets the topic first.
const FOR_CODE: readonly Finder[] = [programmingTask, explained, programSketch]
const FOR_FACTS: readonly Finder[] = [capital, knownTopic, planets, programmingTask]

/** The best that there is to say; never nothing. */
export function find(understanding: Understanding, voice: Voice): Finding {
  const rest = understanding.kind === 'code' ? FOR_CODE : FOR_FACTS
  for (const finder of [...FINDERS, ...rest]) {
    const finding = finder(understanding, voice)
    if (finding) return finding
  }
  return openQuestion(understanding)
}
