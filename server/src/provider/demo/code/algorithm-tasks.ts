import type { Task } from './task.js'

export const ALGORITHM_TASKS: readonly Task[] = [
  {
    id: 'reverse-string',
    match:
      /\brevers\w*\b.{0,30}\b(?:string|text|word)|\bstring\b.{0,20}\brevers|(?:反转|翻转|倒序).{0,8}(?:字符串|文本)|字符串.{0,6}(?:反转|翻转|倒序|倒过来)/i,
    title: { en: 'Reverse a string', zh: '反转字符串' },
    idea: {
      en: 'Walk the characters from the last to the first and join them again.',
      zh: '从最后一个字符走到第一个，再把它们连接起来。',
    },
    care: {
      en: 'Reverse code points, not bytes or UTF-16 units, or an emoji falls apart.',
      zh: '要按码点反转，不要按字节或 UTF-16 单元，否则表情符号会被拆坏。',
    },
    cost: 'O(n)',
    formula: 'r_i = s_{n-1-i}, \\quad 0 \\le i < n',
  },
  {
    id: 'fibonacci',
    match: /\bfibonacci\b|斐波那契|斐波拉契/i,
    title: { en: 'Fibonacci numbers', zh: '斐波那契数列' },
    idea: {
      en: 'Keep only the last two numbers and add them again and again.',
      zh: '只保留最近的两个数，不断相加。',
    },
    care: {
      en: 'The naive recursion repeats the same work and takes exponential time.',
      zh: '朴素递归会重复同样的计算，耗时是指数级的。',
    },
    cost: 'O(n)',
    formula: 'F_n = F_{n-1} + F_{n-2}, \\quad F_0 = 0,\\ F_1 = 1',
  },
  {
    id: 'factorial',
    match: /\bfactorial\b|阶乘/i,
    title: { en: 'Factorial', zh: '阶乘' },
    idea: {
      en: 'Multiply the whole numbers from 2 up to n, starting from 1.',
      zh: '从 1 开始，依次乘上 2 到 n 的整数。',
    },
    care: {
      en: 'The result outgrows 64 bits at n = 21, and n below zero has no answer.',
      zh: 'n = 21 时结果就超出 64 位；n 为负数时没有定义。',
    },
    cost: 'O(n)',
    formula: 'n! = \\prod_{k=1}^{n} k, \\quad 0! = 1',
  },
  {
    id: 'fizzbuzz',
    match: /\bfizz ?buzz\b/i,
    title: { en: 'FizzBuzz', zh: 'FizzBuzz' },
    idea: {
      en: 'Build the word from the two divisors and fall back to the number.',
      zh: '由两个除数拼出单词，拼不出就用数字本身。',
    },
    care: {
      en: 'Test for 15 first, or build the word piece by piece, or "FizzBuzz" never appears.',
      zh: '要么先判断 15，要么逐段拼词，否则永远得不到 "FizzBuzz"。',
    },
    cost: 'O(n)',
    formula: '15 \\mid k \\iff 3 \\mid k \\,\\wedge\\, 5 \\mid k',
  },
  {
    id: 'palindrome',
    match: /\bpalindrom/i,
    title: { en: 'Palindrome test', zh: '判断回文' },
    idea: {
      en: 'Drop everything but letters and digits, fold case, and compare with the reverse.',
      zh: '只留下字母和数字，统一大小写，再与反转后的结果比较。',
    },
    care: {
      en: 'Decide first whether spaces and punctuation count; the empty text is a palindrome.',
      zh: '先想清楚空格和标点算不算；空文本也是回文。',
    },
    cost: 'O(n)',
    formula: 's_i = s_{n-1-i} \\quad \\forall\\, 0 \\le i < n',
  },
  {
    id: 'prime-test',
    match: /\bprimes?\b|素数|质数/i,
    title: { en: 'Prime test', zh: '判断素数' },
    idea: {
      en: 'Try the divisors up to the square root; beyond it every factor has a smaller partner.',
      zh: '只试到平方根为止；更大的因子必有一个更小的搭档。',
    },
    care: {
      en: '0 and 1 are not prime, and 2 is the only even prime.',
      zh: '0 和 1 不是素数，2 是唯一的偶素数。',
    },
    cost: 'O(\\sqrt{n})',
    formula:
      'n \\text{ prime} \\iff n > 1 \\,\\wedge\\, \\nexists\\, d:\\ 2 \\le d \\le \\sqrt{n},\\ d \\mid n',
  },
  {
    id: 'binary-search',
    match: /\bbinary search\b|二分(?:查找|搜索|法)/i,
    title: { en: 'Binary search', zh: '二分查找' },
    idea: {
      en: 'Look at the middle of the sorted list and throw away the half that cannot hold the target.',
      zh: '看有序列表的中间元素，丢掉不可能含有目标的那一半。',
    },
    care: {
      en: 'The list must be sorted, and the bounds must move past the middle or the loop never ends.',
      zh: '列表必须有序；边界必须越过中点，否则循环不会结束。',
    },
    cost: 'O(\\log n)',
    formula: 'T(n) = T(n/2) + O(1)',
  },
  {
    id: 'merge-intervals',
    match: /\bmerg\w*\b.{0,40}\b(?:intervals?|ranges?)\b|合并.{0,10}区间/i,
    title: { en: 'Merge overlapping intervals', zh: '合并重叠区间' },
    idea: {
      en: 'Sort by the start, then extend the last interval while the next one begins before it ends.',
      zh: '按起点排序，下一个区间若在上一个结束之前开始，就把上一个延长，否则另起一个。',
    },
    care: {
      en: 'Decide whether intervals that only touch belong together; here they do. Copy, so that the input stays as it is.',
      zh: '先想好首尾相接算不算重叠，这里算；并且要复制，不改动输入。',
    },
    cost: 'O(n \\log n)',
    formula: '[a, b] \\cup [c, d] = [a, \\max(b, d)] \\quad \\text{if } a \\le c \\le b',
  },
  {
    id: 'sort-list',
    match:
      /\b(?:sort|order)(?:ing|s|ed)?\b.{0,40}\b(?:list|array|numbers|integers|slice|dictionar\w+|objects?|records?)\b|\b(?:quick|merge|bubble) ?sort\b|(?:列表|数组|数字|字典|切片).{0,6}排序|排序.{0,6}(?:列表|数组|函数|代码)|快速排序|快排|冒泡排序|归并排序/i,
    title: { en: 'Sort a list', zh: '列表排序' },
    idea: {
      en: 'Use the built-in sort with a key; to learn how it works, split around a pivot and sort both parts.',
      zh: '平时用内置排序加上键函数；想弄懂原理，就围绕基准值切分，再分别排序两边。',
    },
    care: {
      en: 'JavaScript sorts numbers as text unless you pass a comparison.',
      zh: 'JavaScript 若不传比较函数，会把数字当文本来排。',
    },
    cost: 'O(n \\log n)',
    formula: 'T(n) = 2\\,T(n/2) + O(n) = O(n \\log n)',
  },
]
