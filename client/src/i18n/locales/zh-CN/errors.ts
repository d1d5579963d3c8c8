import type { errors as en } from '../en/errors.js'
import type { Translation } from '../../translation.js'

export const errors: Translation<typeof en> = {
  answer_failed: '这一方没能完成回答。你的提问已保留，请重试。',
  answer_empty: '这一方没有给出任何内容。你的提问已保留，请重试。',
  answer_truncated: '回答中途断开。已收到的内容已保留，重试可获得完整回答。',
  answer_timeout: '这一方用时过长。已收到的内容已保留，请重试。',
  answer_filtered: '这一方出于安全原因拒绝回答。你的提问已保留，请换一种说法。',
  answer_interrupted: '回答期间服务器停止了。已有文字已保留，请重试。',
  budget_spent:
    '今天可用于此的预算已用完。没有发送任何内容，文字已保留；请换一个模型、开始新一轮，或稍后再来。',
  model_busy: '这个模型目前请求过多。你的提问已保留。',
  model_misconfigured: '这个模型在本服务器上配置有误。你的提问已保留，请换一个模型并告知管理员。',
  model_rejected: '这个模型拒绝了请求。你的提问已保留，请调整参数或换一个模型。',
  model_unreachable: '无法连接这个模型。你的提问已保留，请重试或换一个模型。',
  access_code_wrong: '这个邀请码无效：可能输错了，或已被撤回。请检查，或询问管理员。',
  access_required: '这里需要邀请码才能进入。你的内容没有丢失，请输入邀请码。',
  already_voted: '你已经投过票，且那一票有效。请开始新一轮。',
  answer_running: '还有回答正在生成。没有任何改动，请等待或先停止它。',
  answer_too_dear:
    '这样长的回答在这里可能花费过多。没有发送任何内容，文字已保留；请减少最大 token 数。',
  config_invalid: '配置有错误，仍在使用旧配置。请改正列出的错误后重新加载。',
  consent_required:
    '本竞技场需要你先同意使用条款和隐私说明。没有发送任何内容，你输入的文字仍在；请在下方同意后再试一次。',
  content_refused: '这里的规则不允许这样的内容。没有发送，文字已保留，请换一种说法。',
  conversation_closed: '这个对话不再接受提问。其中内容都已保留，请开始新的对话。',
  image_limit: '一个对话最多展示 20 张图片。没有发送任何内容，请开始新的对话。',
  image_missing: '图片上传后太久未发送，已被清除。文字已保留，请重新添加图片。',
  image_too_large:
    '图片超过 10 MB、2500 万像素或单边 16384 像素，或其格式（GIF、WebP、渐进式 JPEG、隔行或过宽的 PNG）允许的像素更少。请缩小或另存为普通 JPEG 后重新添加。',
  image_unreadable: '文件已损坏，或不是可用的图片。请选择 PNG、JPEG、WebP 或 GIF。',
  images_off: '这里不接收图片。文字已保留，请去掉图片后发送。',
  internal: '服务器出了问题。你看到的内容都已保留，请重试。',
  invalid_payload: '服务器无法理解这个请求。没有任何改动，请刷新页面。',
  model_unavailable: '这个模型不可用。没有发送任何内容，请换一个模型。',
  models_away: '目前有太多模型无法连接。提问已保留。',
  moderation_down: '目前无法审核提问，因此暂不发送。文字已保留，请稍后再试。',
  not_enough_models: '可用的模型不够。没有发送任何内容，请管理员添加模型。',
  not_found: '内容不存在，或你无权查看。请返回对战页面。',
  not_retryable: '不能再单独让这一方重试。内容都会保持原样，请让两边重新回答，或开始新一轮。',
  not_supported: '此竞技场不支持该操作。没有任何更改。',
  no_vision:
    '这个对话中并非所有模型都能看图。没有发送任何内容，文字和图片都已保留；可以换能看图的模型开始新一轮。',
  not_votable: '这里没有可投票的内容。没有计票，请开始新一轮。',
  origin_refused:
    '服务器不接受来自此地址的请求。没有发送任何内容，请使用 Ringside 自己的地址打开。',
  rate_limited: '操作有点快。没有发送任何内容，请稍等再试。',
  session_required: '会话已结束。你的对话都已保留，请刷新页面。',
  shutting_down: '服务器正在重启。没有任何丢失，请稍后再试。',
  side_failed: '本轮有一方没有完整的回答。文字已保留，请先让那一方重试，或开始新一轮。',
  text_too_long: '文字太长。内容仍在输入框中，请缩短后再发送。',
  turn_limit: '这个对话已达到轮数上限。其中内容都已保留，请开始新的对话。',
  unauthorized: '你没有所需的权限。没有任何改动，请先登录。',
  unknown_event: '页面与服务器的版本不一致。没有任何改动，请刷新页面。',
  vote_waits: '两个回答都结束后才能投票。没有任何丢失，请等待结束后再投票。',
}
