import type { Task } from './task.js'

export const PRACTICAL_TASKS: readonly Task[] = [
  {
    id: 'count-words',
    match:
      /\bcount\w*\b.{0,25}\bwords?\b|\bwords?\b.{0,12}\b(?:count|frequenc)|(?:统计|计算).{0,10}(?:词频|单词|字数|词语)|词频/i,
    title: { en: 'Count words', zh: '统计单词' },
    idea: {
      en: 'Fold case, split into words, and count each one in a map.',
      zh: '统一大小写，切分成词，再用映射逐个计数。',
    },
    care: {
      en: 'Splitting at spaces keeps the punctuation; a pattern for letters is safer.',
      zh: '按空格切分会带上标点；用匹配字母的模式更稳妥。',
    },
    cost: 'O(n)',
    formula: 'c(w) = \\sum_{i} [\\,w_i = w\\,]',
  },
  {
    id: 'debounce',
    match: /\bdebounc/i,
    title: { en: 'Debounce', zh: '防抖' },
    idea: {
      en: 'Start a timer at each call and cancel the one before, so that only the last call runs.',
      zh: '每次调用都重新计时并取消上一个计时器，这样只有最后一次会执行。',
    },
    care: {
      en: 'A throttle is the other thing: it runs at a steady rate while the calls go on.',
      zh: '节流是另一回事：在持续调用时按固定频率执行。',
    },
    cost: 'O(1)',
    formula: 't_{\\text{run}} = t_{\\text{last call}} + \\Delta t',
  },
  {
    id: 'read-csv',
    match: /\bcsv\b|\bread\w*\b.{0,15}\bfile\b|读取?.{0,10}文件|文件.{0,4}读/i,
    title: { en: 'Read a CSV file', zh: '读取 CSV 文件' },
    idea: {
      en: 'Open the file as UTF-8 and read it row by row, with the header as the names.',
      zh: '以 UTF-8 打开文件，逐行读取，用表头作为字段名。',
    },
    care: {
      en: 'A comma may stand inside quotes: use a CSV parser where one is at hand.',
      zh: '逗号可能出现在引号里：有现成的 CSV 解析器就用它。',
    },
    cost: 'O(n)',
    formula: 'R = \\{\\, (h_1 \\mapsto v_1, \\dots, h_k \\mapsto v_k) \\,\\}',
  },
  {
    id: 'http-request',
    match:
      /\b(?:http|api|get|post|fetch)\b.{0,20}\b(?:request|call|endpoint|url|json)\b|\bfetch\b.{0,25}\b(?:json|data|url|api)\b|(?:http|api|网络).{0,4}请求|(?:调用|请求).{0,10}(?:接口|api)/i,
    title: { en: 'HTTP request', zh: '发送 HTTP 请求' },
    idea: {
      en: 'Send the request with a timeout, check the status, and only then read the JSON.',
      zh: '带超时发送请求，先检查状态码，再读取 JSON。',
    },
    care: {
      en: 'Without a timeout one silent server can hold your program for ever.',
      zh: '不设超时，一台没有回应的服务器就能让程序一直等下去。',
    },
    cost: 'O(1)',
    formula: '\\text{ok} \\iff 200 \\le \\text{status} < 300',
  },
  {
    id: 'sql-select',
    match:
      /\bsql\b|\bselect\b.{0,30}\b(?:from|table|customers?|users?|orders?)\b|\bquery\b.{0,20}\b(?:table|database|top)|查询语句|数据库查询/i,
    title: { en: 'SQL query', zh: 'SQL 查询' },
    idea: {
      en: 'Join the tables, group by what you want one row for, and order by the figure.',
      zh: '先连接表，再按需要一行一个的对象分组，最后按数值排序。',
    },
    care: {
      en: 'A left join keeps those without a match; pass values as parameters, never by pasting text.',
      zh: '左连接会保留没有匹配的行；参数要绑定传入，不要拼接字符串。',
    },
    cost: 'O(n \\log n)',
    formula: '\\tau_{\\downarrow}\\big(\\gamma_{\\text{key},\\,\\text{sum}}(A \\bowtie B)\\big)',
  },
]
