import type { FileLanguage } from '#shared/vocabulary'
import type { Settings } from './settings.js'

type Told = Pick<Settings, 'access' | 'moderation' | 'share' | 'retentionDays'>

/** What this software does with what it gets, as it is set up here; true without the operator's help. */
export const PRIVACY: Record<FileLanguage, (settings: Told) => string> = {
  en: ({ access, moderation, share, retentionDays }) => `# Privacy

Whoever runs this arena has written no notice of their own. This one comes with the software and says what the software does.

## What is stored here

- **A cookie**, \`ringside_session\`: a random number by which this browser’s conversations are told from those of others, and when it was given out. It is kept for a year, and renewed while you come back. There is no account, no tracking, and nothing is loaded from other sites.
- **What you send**: prompts, pictures, titles, system prompts and parameters, with the models’ answers and the times of both.
- **What you judge**: votes with their time, on which models they were and whether they count, with the reasons and the comment where you give any, and what you say of single answers.
- **Two marks with a vote**, by which nobody fills the leaderboard alone. For a day: from where it came, as a hash of your network address under a secret that is another one each day and is written down nowhere. For 30 days, where it can count: on which prompts it was, as a hash that tells only whether two of your votes were on the same ones; it stays for that time when you delete the conversation.${
    access === 'code' ? '\n- **By which code you came in**, and when.' : ''
  }
- **That you agreed** to these texts, to which version and when, where this arena asks for it.

## What is not stored

Your network address itself is not stored. So that nobody can overload the arena, requests are counted in memory by the same kind of hash. The log has no addresses, prompts or answers in it.

In your browser alone stay the words that you have not sent yet, presets, the language and the look of the pages.

## Who gets it

- **The providers of the models** that answer get your prompts, pictures and what was said before in the same conversation, from this server: not your cookie and not your address.${
    moderation === 'openai'
      ? '\n- **OpenAI**, or the service that stands in for it here, judges prompts and pictures before they are sent.'
      : ''
  }${
    share
      ? '\n- **The host of the public link** passes everything on between you and this arena, if you came by that link.'
      : ''
  }
- **Those with a link** to a conversation that you have shared see that conversation.
- **Whoever runs this arena** can read what is stored. When they open a conversation in the admin side, that is recorded with their reason.
- **The public** gets the leaderboard, and with boards that are cited the bare votes: which answer was better, of which kind and language the prompt was, without any text and without a person.

## How long, and how it ends

It is kept until you delete it${
    retentionDays > 0
      ? `; a conversation at most ${retentionDays} days after its last prompt, when it is deleted with its pictures`
      : ''
  }. Each conversation can be deleted in its menu, and “Your data” shows, saves and deletes all of it. Votes that were counted stay counted, of nobody. If you delete all of it, the mark of the prompts is deleted with it, and that of the address stays for its day. Backups that the operator made before may hold it for longer.
`,
  'zh-CN': ({ access, moderation, share, retentionDays }) => `# 隐私

本竞技场的运营者没有写自己的说明。这一份随软件提供，讲的是软件本身的做法。

## 这里保存什么

- **一个 Cookie**，\`ringside_session\`：一个随机数，用来区分此浏览器与他人的对话，以及它的发放时间；保存一年，你再来时会续期。没有账号，没有跟踪，也不从别的网站加载任何东西。
- **你发送的内容**：提问、图片、标题、系统提示和参数，以及模型的回答和时间。
- **你的评判**：投票及其时间、涉及的模型、是否计入，以及你给出的理由和评论；你对单个回答的评价。
- **每张票的两个标记**，用来防止一个人左右排行榜。保留一天：票从哪里来，即你的网络地址的哈希，所用密钥每天更换，也不写在任何地方。保留 30 天（仅限可计入的票）：投票针对哪些提问，这个哈希只能看出你的两张票是否针对相同的提问；你删除对话后，它仍保留到期满。${
    access === 'code' ? '\n- **你用哪个邀请码进来**，以及时间。' : ''
  }
- **你同意过这些文本**：哪个版本、什么时候（如果本竞技场要求同意）。

## 不保存什么

你的网络地址本身不会被保存。为防止过载，请求在内存中按同样的哈希计数。日志中没有地址、提问或回答。

尚未发送的文字、预设、语言和外观只留在你的浏览器里。

## 谁会得到

- **回答的模型的提供商**从本服务器得到你的提问、图片和同一对话中之前的内容：不会得到你的 Cookie 和地址。${
    moderation === 'openai' ? '\n- **OpenAI**（或这里代替它的服务）在发送前审查提问和图片。' : ''
  }${share ? '\n- 如果你通过公开链接进来，**该链接的主机**会转发你与本竞技场之间的一切。' : ''}
- **持有链接的人**可以看到你分享的那个对话。
- **运营者**可以读取保存的内容。在管理端打开某个对话时，会连同理由记录下来。
- **公众**可以看到排行榜，以及被引用的榜单背后的投票：哪个回答更好、提问属于哪一类、用什么语言，没有任何文字，也没有个人。

## 保存多久，如何结束

保存到你删除为止${
    retentionDays > 0
      ? `；对话最多保存到最后一次提问后的 ${retentionDays} 天，届时连同图片一起删除`
      : ''
  }。每个对话都可以在它的菜单中删除；“你的数据”页面可以查看、保存和删除全部内容。已计入的投票会保留，但不属于任何人。如果你删除全部内容，提问的标记随之删除，地址的标记保留到满一天为止。运营者此前所做的备份可能保存得更久。
`,
}
