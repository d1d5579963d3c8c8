import type { me as en } from '../en/me.js'
import type { Translation } from '../../translation.js'

export const me: Translation<typeof en> = {
  title: '你的数据',
  lead: '这里没有账号：只有本浏览器的一个 Cookie 表明哪些内容属于你。以下就是与它相关的全部内容。',
  kept: {
    title: '保存了什么',
    conversations: '对话',
    votes: '投票',
    reactions: '对回答的评价和举报',
    pictures: '图片',
    text: '尚未发送的文字、预设、语言和外观设置只保存在本浏览器中。',
  },
  save: {
    title: '带走你的数据',
    text: '一个 JSON 文件，包含全部对话、投票、图片、预设和设置，以及在此标签页中输入而未发送的文字。对战中的模型只有在你投票后才会写明名字。',
    button: '保存全部',
    progress: '已保存 {done} / {total} 项',
    done: '全部内容已在你的下载文件夹中。',
  },
  erase: {
    title: '删除全部',
    text: '所有对话的文字和图片、评价、评论、预设以及本页的设置都将被永久删除，你分享的链接也会失效。本浏览器会得到一个新的 Cookie，与旧的没有任何关联。',
    votes:
      '已计入的投票会保留，使排行榜保持真实：只记录哪个回答更好，不含任何文字，也不关联任何人。在他人房间中的投票也是如此。如隐私说明所述，它们在一天之内带有来源网络的标记。',
    backups: '本竞技场运营者此前所做的备份中可能仍有这些内容，直到备份被删除。',
    button: '删除全部',
    question: '删除你在这里的全部内容？',
    done: '已全部删除。你现在是一位新访客。',
    failed: '未能全部删除。{reason}',
  },
}
