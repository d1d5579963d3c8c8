import type { models as en } from '../en/models.js'
import type { Translation } from '../../translation.js'

export const models: Translation<typeof en> = {
  choose: '选择模型',
  search: '搜索模型',
  available: '可用',
  unavailable: '此处不可用',
  label: { a: '模型 A', b: '模型 B', only: '模型' },
  failed: '无法加载模型列表。没有任何丢失，请重试。',
  none: '这里还没有可用的模型。管理员可以在配置中添加。',
  chooseFirst: '请先选择一个模型。',
  chooseBoth: '请先选好两个模型。',
  swap: '交换 A 和 B',
  parameters: {
    open: '参数',
    title: '参数',
    text: '用于下一个对话。未设置的项由模型自行决定。',
    fixed: '这些参数在对话开始时已确定。',
    temperature: '温度',
    temperatureHint: '低则稳定，高则大胆。',
    topP: 'Top P',
    topPHint: '允许使用多大范围的可能词语。',
    maxTokens: '回答的最大长度（词元）',
    systemPrompt: '系统提示词',
    overlong: '系统提示词太长。',
    systemPlaceholder: '模型应该如何表现？',
    reset: '全部重置',
    active: '已设置 {count} 项',
  },
}
