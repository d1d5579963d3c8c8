/** Demands on the form of the answer that one can check by looking at it, each of its own kind. */
const DEMANDS: readonly RegExp[] = [
  // How long; of a number before 字 its last digit is enough: else each would look through all that follow.
  /\b(?:in|with|exactly|at most|at least|no more than|fewer than|less than|under|within|around|about) (?:\d+|one|two|three|four|five|six|seven|eight|nine|ten)(?:-| )?(?:words?|sentences?|lines?|paragraphs?|characters?|bullet|points?|steps?|items?|examples?)|\b\d+-(?:word|sentence|line)\b|(?:不超过|不少于|至少|最多|恰好|控制在|用)\s*[\d一二三四五六七八九十百]+\s*(?:个)?(?:字|句|行|段|点|条|词)|[\d一二三四五六七八九十]字(?:以内|左右)/i,
  // In which form
  /\b(?:as|in|use|using|return|output|format(?:ted)? as) (?:a |an |valid |only )*(?:json|xml|csv|yaml|markdown|table|bullet(?:ed)?(?: points?| list)?|numbered list|html|latex)\b|以?(?:表格|列表|JSON|Markdown|XML|CSV)\s*(?:的)?(?:形式|格式)?|分点/i,
  // What not to do
  /\b(?:do not|don't|must not|never|without (?:using|mentioning)|avoid|refrain from|no (?:preamble|explanations?|emojis?|bullet points?))\b|不要|不得|禁止|避免|不能(?:使用|出现|包含)/i,
  // What must be in it
  /\b(?:must|be sure to|make sure|ensure|include|start(?:ing)? with|end(?:ing)? with|begin with|only (?:answer|reply|respond|use|output))\b|必须|务必|确保|包含|以.{1,12}(?:开头|结尾)|只(?:回答|输出|使用)/i,
  // In which voice
  /\b(?:formal|informal|professional|friendly|sarcastic|academic|simple) (?:tone|style|language|english)\b|\b(?:reply|answer|respond|write) in (?:english|chinese|french|german|spanish|japanese|russian|korean|italian)\b|用(?:英文|中文|英语|日语|法语|德语|正式|口语|通俗)/i,
]
// Spaces but no line ends before it: else each line would look through all empty ones that follow it.
const NUMBERED = /^[^\S\n\r\u2028\u2029]*(?:\d+[.)、]|[-*•])\s+\S/gm

/** Whether a prompt makes at least two different demands, or lists at least three. */
export const isInstructions = (prompts: readonly string[]): boolean =>
  prompts.some((text) => {
    const demands = DEMANDS.filter((demand) => demand.test(text)).length
    return demands >= 2 || (demands === 1 && (text.match(NUMBERED)?.length ?? 0) >= 3)
  })
