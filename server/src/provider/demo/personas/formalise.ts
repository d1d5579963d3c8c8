import type { Finding } from '../findings/finding.js'
import { latexText, plain } from '../kit/quote.js'
import type { QuestionKind } from '../kit/question-kind.js'
import type { Understanding } from '../kit/understand.js'

interface Model {
  /** What the letters stand for, in Markdown. */
  letters: string[]
  formula: string
  reading: string
}

/** A question without numbers as a formula over its own terms. */
export function formalise(understanding: Understanding, finding: Finding): Model {
  const { kind, pair, terms, language } = understanding
  const subject = finding.known ? finding.title : understanding.subject
  const [x, y] = (pair ?? [subject, terms.find((term) => term !== subject) ?? subject]).map(
    latexText,
  )
  const draw = MODELS[kind] ?? MODELS.what
  const model = draw(x ?? '', y ?? '', plain(subject, 40))
  const said = model[language]
  return { letters: said.letters, formula: finding.formula ?? model.formula, reading: said.reading }
}

interface Said {
  letters: string[]
  reading: string
}

type Draw = (x: string, y: string, subject: string) => { formula: string; en: Said; zh: Said }

const compare: Draw = (x, y) => ({
  formula: `U(z) = \\sum_{i=1}^{n} w_i\\, s_i(z), \\qquad ${x} \\succ ${y} \\iff U\\big(${x}\\big) > U\\big(${y}\\big)`,
  en: {
    letters: [
      `$s_i$: how well $${x}$ or $${y}$ does on aspect $i$`,
      '$w_i \\ge 0$: how much that aspect matters to you, $\\sum_i w_i = 1$',
    ],
    reading: 'The order can turn when the weights do: a winner exists only for given weights.',
  },
  zh: {
    letters: [
      `$s_i$：$${x}$ 或 $${y}$ 在第 $i$ 方面的得分`,
      '$w_i \\ge 0$：该方面对你的重要程度，$\\sum_i w_i = 1$',
    ],
    reading: '权重一变，次序就可能翻转：只有给定权重才谈得上胜者。',
  },
})

const why: Draw = (x, y) => ({
  formula: `P\\big(C \\mid ${x}\\big) = \\frac{P\\big(${x} \\mid C\\big)\\, P(C)}{P\\big(${x}\\big)}`,
  en: {
    letters: [
      `$${x}$: what is observed${x === y ? '' : `, together with $${y}$`}`,
      '$C$: a possible cause',
    ],
    reading: 'A cause gains on its rivals only as far as it makes the observation likelier.',
  },
  zh: {
    letters: [`$${x}$：观察到的现象${x === y ? '' : `，连同 $${y}$`}`, '$C$：可能的原因'],
    reading: '一个原因要胜过其他解释，只能靠它使观察到的现象更可能。',
  },
})

const how: Draw = (x) => ({
  formula: `\\min_{a_1, \\dots, a_k}\\ \\sum_{t=1}^{k} c(a_t) \\quad \\text{s.t.} \\quad s_k = ${x},\\ s_t = f(s_{t-1}, a_t)`,
  en: {
    letters: [`$s_k = $ $${x}$: the goal`, '$a_t$: the step at time $t$, with cost $c(a_t)$'],
    reading: 'Solved backwards from the goal (Bellman), the last step is the first to be known.',
  },
  zh: {
    letters: [`$s_k = $ $${x}$：目标`, '$a_t$：第 $t$ 步，代价为 $c(a_t)$'],
    reading: '从目标往回解（贝尔曼），最先确定的是最后一步。',
  },
})

const list: Draw = (x) => ({
  formula: `S \\subseteq \\Omega\\big(${x}\\big), \\qquad S^{*} = \\arg\\max_{|S| = n}\\ \\sum_{i \\in S} v_i - \\lambda \\sum_{i \\ne j \\in S} \\operatorname{sim}(i, j)`,
  en: {
    letters: [
      `$\\Omega$: everything that belongs to $${x}$`,
      '$v_i$: value of an item; $\\operatorname{sim}$: how much two items repeat each other',
    ],
    reading: 'A good list weighs worth against repetition; that is what $\\lambda$ is for.',
  },
  zh: {
    letters: [
      `$\\Omega$：属于 $${x}$ 的一切`,
      '$v_i$：每项的价值；$\\operatorname{sim}$：两项的重复程度',
    ],
    reading: '好的清单在价值与重复之间权衡，$\\lambda$ 就是为此而设。',
  },
})

const what: Draw = (x, y) => ({
  formula: `${x} = \\{\\, z \\in G : \\varphi(z) \\,\\}`,
  en: {
    letters: [
      `$G$: the larger kind to which $${x}$ belongs`,
      `$\\varphi$: the property that sets it apart${x === y ? '' : `, here tied to $${y}$`}`,
    ],
    reading:
      'A definition is right when $\\varphi$ holds for every case that belongs and fails for its nearest neighbour.',
  },
  zh: {
    letters: [
      `$G$：$${x}$ 所属的更大类别`,
      `$\\varphi$：使它与众不同的性质${x === y ? '' : `，这里与 $${y}$ 有关`}`,
    ],
    reading: '当 $\\varphi$ 对所有该算的成立、对最相近的不成立时，定义才是对的。',
  },
})

const MODELS: Partial<Record<QuestionKind, Draw>> & { what: Draw } = {
  compare,
  why,
  how,
  code: how,
  list,
  what,
}
