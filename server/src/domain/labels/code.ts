const FENCE = /```([^\n`]*)\n([\s\S]*?)(?:```|$)/g
/** Fences that hold prose. */
const PROSE = /^(?:plain ?text|text|txt|markdown|md|quote)?$/i

// Names that mean little but programming; what is an everyday word too (go, rust, swift) is left out.
const NAMES =
  /\b(?:python|javascript|typescript|java|c\+\+|c#|php|golang|kotlin|sql|html|css|bash|powershell|matlab|regex|json|yaml|docker|kubernetes|github|gitlab|npm|pip|numpy|pandas|dataframe|react|vue|django|flask|nginx|linux|ubuntu|api endpoint|stack ?trace|segfault|unit tests?)(?![\w+#])/i
const TASK =
  /\b(?:write|fix|debug|refactor|implement|optimi[sz]e|review|compile)\b.{0,60}\b(?:code|function|script|program|class|method|algorithm|query|bug)\b|代码|编程|程序|函数|脚本|算法|报错|调试/i
// Spaces but no line ends before it: else each line would look through all empty ones that follow it.
const SYNTAX =
  /^[^\S\n\r\u2028\u2029]*(?:import [\w.]+|from [\w.]+ import |#include\s*[<"]|def \w+\(|class \w+[:({]|function \w+\(|(?:const|let|var) \w+ ?=|public (?:static )?\w+|select .+ from |pip install |npm install |git (?:clone|commit|push|rebase))/im

/**
 * Whether a prompt is about programs. The answers are not asked: a model that answers everything with code
 * must not choose the board that it is on.
 */
export const isCode = (prompts: readonly string[]): boolean =>
  prompts.some(
    (text) => NAMES.test(text) || TASK.test(text) || SYNTAX.test(text) || hasCodeFence(text),
  )

/** A fence that names a language, or whose content looks like code. */
function hasCodeFence(text: string): boolean {
  for (const [, title = '', body = ''] of text.matchAll(FENCE)) {
    const named = title.trim()
    if (named === '' ? SYNTAX.test(body) : !PROSE.test(named)) return true
  }
  return false
}

/** The text without code, in fences or within a line, and without addresses. */
export const withoutCode = (text: string): string =>
  text
    .replace(/```[\s\S]*?(?:```|$)/g, ' ')
    .replace(/`[^`\n]*`/g, ' ')
    .replace(/https?:\/\/\S+/g, ' ')
