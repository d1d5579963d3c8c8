import type { AnswerStatus, Choice, FileLanguage, Mode } from '#shared/vocabulary'

/** What stands around the words of people and models in a file. */
export interface ExportWords {
  modes: Record<Mode, string>
  choices: Record<Choice, string>
  /** Of an answer that has no proper end; empty for one that has. */
  states: Record<AnswerStatus, string>
  colon: string
  hidden: string
  systemPrompt: string
  prompt: string
  pictures: (count: number) => string
  model: string
  answer: string
  reasoning: string
  vote: string
}

export const EXPORT_WORDS: Record<FileLanguage, ExportWords> = {
  en: {
    modes: { battle: 'Battle', 'side-by-side': 'Side by side', direct: 'Direct' },
    choices: { a: 'A is better', b: 'B is better', tie: 'Tie', both_bad: 'Both are bad' },
    states: {
      queued: 'Not answered yet.',
      streaming: 'Still being answered when this was saved.',
      done: '',
      stopped: 'Stopped before its end.',
      failed: 'The answer failed.',
      interrupted: 'The answer was interrupted.',
    },
    colon: ': ',
    hidden: 'The models are not revealed.',
    systemPrompt: 'System prompt',
    prompt: 'Prompt',
    pictures: (count) => `Pictures: ${count} (not part of this file)`,
    model: 'Model',
    answer: 'Answer',
    reasoning: 'Reasoning',
    vote: 'Your vote',
  },
  'zh-CN': {
    modes: { battle: '对战', 'side-by-side': '并排对比', direct: '单聊' },
    choices: { a: 'A 更好', b: 'B 更好', tie: '平局', both_bad: '都不好' },
    states: {
      queued: '尚未回答。',
      streaming: '保存时仍在回答。',
      done: '',
      stopped: '回答在结束前被停止。',
      failed: '回答失败。',
      interrupted: '回答被中断。',
    },
    colon: '：',
    hidden: '模型尚未揭晓。',
    systemPrompt: '系统提示词',
    prompt: '提问',
    pictures: (count) => `图片：${count} 张（不包含在此文件中）`,
    model: '模型',
    answer: '回答',
    reasoning: '思考过程',
    vote: '你的投票',
  },
}
