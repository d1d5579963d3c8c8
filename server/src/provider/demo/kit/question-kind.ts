/** What a prompt wants; the first rule that fits decides. */
export type QuestionKind =
  | 'greeting'
  | 'thanks'
  | 'identity'
  | 'translate'
  | 'summarise'
  | 'poem'
  | 'code'
  | 'compare'
  | 'list'
  | 'why'
  | 'how'
  | 'what'
  | 'statement'

const RULES: readonly [QuestionKind, RegExp][] = [
  [
    'greeting',
    /^\W*(?:hi|hello|hey|greetings|good (?:morning|afternoon|evening)|你好|您好|嗨|哈喽|早上好|下午好|晚上好)(?:[\s,!.，！。~]|there|啊|呀|$){0,6}(?:how are you\W*|你好吗\W*)?$/i,
  ],
  ['thanks', /^\W*(?:thanks?|thank you|thx|cheers|谢谢|多谢|感谢)[^?？]{0,30}$/i],
  [
    'identity',
    /\b(?:who|what)(?: model| ai| llm)? (?:are|r) (?:you|u)\b|\byour name\b|\bwhich (?:model|llm|ai) (?:are|is)\b|\bwho (?:made|built|trained|created) you\b|你是谁|你叫什么|你是(?:什么|哪个|哪种)(?:模型|ai)|谁(?:创造|开发|训练)了?你/i,
  ],
  [
    'translate',
    /\btranslat|\bhow (?:do|would|can) (?:you|i|we) say\b|翻译|译成|译为|怎么说[?？。]?$/i,
  ],
  ['summarise', /\bsummar(?:y|i[sz]e)|\btl;?dr\b|总结|概括|摘要|归纳/i],
  ['poem', /\b(?:haiku|poem|poetry|limerick|verse|sonnet)\b|写.{0,8}诗|俳句|绝句|作诗/i],
  [
    'compare',
    /\bvs\b|\bversus\b|\bcompar\w+\b.{1,60}\b(?:and|with|to)\b|\bdifferences? between\b|\bdiffers? from\b|\bbetter than\b|\bwhich is better\b|\bshould (?:i|we)\b.{2,60}\bor\b|区别|差别|(?:对比|比较).{0,20}[和与跟]|有什么不同|哪个(?:更)?好|[^还]还是[^有].*[?？]?$/i,
  ],
  [
    'code',
    /\b(?:write|implement|create|build|code|generate|make|fix|refactor)\b.{0,60}\b(?:function|script|program|regex|quer(?:y|ies)|class|code|snippet|method|component|unit tests?|algorithm)\b|\b(?:function|script|snippet|regex|code)\b.{0,12}\b(?:to|that|which|for)\b|\b(?:in|using|with) (?:python|javascript|typescript|golang|go|sql|bash|java|rust|c\+\+|c#|ruby|php|swift|kotlin)(?![a-z])|\bsql\b.{0,10}\b(?:query|select|join)\b|代码|函数|脚本|编程实现|(?:写|编写|实现).{0,16}(?:程序|算法|查询)|正则|用\s*(?:python|javascript|js|go|typescript|ts|sql|java|c\+\+|rust)/i,
  ],
  [
    'list',
    /\b(?:list|ideas?|examples?|suggestions?|tips|top \d+|\d+ (?:ways|things|reasons|facts|names|books|steps))\b|列出|列举|举.{0,3}例|推荐|建议|[几\d一二三四五六七八九十]+[个条种点]/i,
  ],
  ['why', /\bwhy\b|\bhow come\b|\bwhat causes\b|为什么|为何|为啥|原因/i],
  [
    'how',
    /\bhow\b|\bsteps? to\b|\bguide\b|\bplan\b|\bwhat (?:can|should|could) (?:i|we) do\b|计划|规划|怎么|怎样|如何|步骤/i,
  ],
  [
    'what',
    /\b(?:what|who|when|where|which|explain|define|describe|tell me about)\b|什么|谁|哪|几|解释|介绍|定义|是否|吗[?？]?$|[?？]$/i,
  ],
]

export function questionKind(text: string): QuestionKind {
  // Only the request counts, not the long text that it may carry along.
  const request = text.length > 600 ? `${text.slice(0, 300)}\n${text.slice(-300)}` : text
  return RULES.find(([, rule]) => rule.test(request.trim()))?.[0] ?? 'statement'
}
