import type { Topic } from './topic.js'

export const EVERYDAY: readonly Topic[] = [
  {
    id: 'learn-programming',
    match:
      /\blearn(?:ing)?\b.{0,20}\b(?:program|cod(?:e|ing)|python)|\bbecome a (?:programmer|developer)|学(?:习|会)?.{0,4}(?:编程|写代码|python)/i,
    en: {
      title: 'Learning to program',
      gist: 'Choose one language, build something small that you want to have, and write a little every day.',
      because:
        'Programming is a craft: reading shows what is possible, only writing makes it yours. A project of your own tells you what to learn next.',
      points: [
        'Weeks 1 to 4: values, conditions, loops, functions, lists, with many tiny exercises.',
        'Then a project of one page: a quiz, a budget, a bot, a drawing.',
        'Read every error message aloud; it mostly names the line and the reason.',
      ],
      myth: 'You do not need to be good at mathematics; patience with details matters more.',
    },
    zh: {
      title: '学习编程',
      gist: '选一门语言，做一个自己想要的小东西，每天写一点。',
      because:
        '编程是一门手艺：阅读让你知道可能性，动手才会变成自己的。自己的项目会告诉你下一步学什么。',
      points: [
        '第 1 到 4 周：值、条件、循环、函数、列表，多做小练习。',
        '然后做一页纸大小的项目：小测验、记账、机器人、画图。',
        '把报错信息念出来，它多半已指出哪一行、什么原因。',
      ],
      myth: '不需要数学很好，对细节有耐心更重要。',
    },
  },
  {
    id: 'learn-language',
    match:
      /\blearn(?:ing)?\b.{0,20}\b(?:a (?:new |foreign )?language|spanish|french|english|chinese|german|japanese)|学(?:习|好)?.{0,4}(?:英语|外语|日语|法语|西班牙语|一门语言)/i,
    en: {
      title: 'Learning a language',
      gist: 'A little every day, with words repeated at growing intervals and real speech from the first week.',
      because:
        'Memory keeps what it must recall at the edge of forgetting, and understanding grows from listening to things just above your level.',
      points: [
        'The thousand most frequent words cover about four fifths of everyday talk.',
        'Twenty minutes a day beat three hours on Sunday.',
        'Speak early: a partner, a class, or reading aloud.',
      ],
      myth: 'Children are not better at everything: adults learn grammar and words faster at first.',
    },
    zh: {
      title: '学习一门语言',
      gist: '每天学一点，单词按逐渐拉长的间隔复习，第一周就接触真实的语言。',
      because: '记忆会留住在快忘记时被唤起的内容；听略高于自己水平的材料，理解力才会增长。',
      points: [
        '最常用的一千个词覆盖日常对话的约五分之四。',
        '每天二十分钟胜过周日三小时。',
        '尽早开口：找伙伴、上课，或大声朗读。',
      ],
      myth: '孩子并非样样更强：成年人起初学语法和单词更快。',
    },
  },
  {
    id: 'interview',
    match: /\b(?:job )?interview|面试/i,
    en: {
      title: 'Job interviews',
      gist: 'Prepare five true stories, know the company’s work, and have questions of your own.',
      because:
        'Interviewers want evidence. A story with the situation, your task, what you did and what came of it gives it to them in a minute or two.',
      points: [
        'For each requirement in the advertisement have one example ready.',
        'Practise aloud once; it sounds different from how it thinks.',
        'Ask what success in the first three months would look like.',
      ],
      myth: 'Not knowing is no failure: say how you would find out.',
    },
    zh: {
      title: '求职面试',
      gist: '准备五个真实的故事，了解公司的业务，也带上自己的问题。',
      because: '面试官要的是证据。用一两分钟讲清情境、任务、你的做法和结果，就是证据。',
      points: [
        '招聘要求的每一条都准备一个例子。',
        '至少大声练一遍，说出来和想的不一样。',
        '问一问：头三个月怎样算做得好？',
      ],
      myth: '不知道并不丢分：说说你会怎样去弄清楚。',
    },
  },
  {
    id: 'public-speaking',
    match: /\bpublic speaking\b|\bpresentation\b|\bspeech\b|演讲|演示文稿|公开讲话/i,
    en: {
      title: 'Speaking in public',
      gist: 'Have one message, an opening learned by heart, and a pause after each thought.',
      because:
        'Listeners keep one thing, not ten. Nerves are strongest in the first minute, so a safe opening carries you over it.',
      points: [
        'Say what you want them to do or remember, and cut what does not serve it.',
        'Rehearse standing, aloud, with a clock.',
        'Look at one person for one sentence, then at another.',
      ],
      myth: 'Good speakers are nervous too; the audience sees far less of it than you feel.',
    },
    zh: {
      title: '当众演讲',
      gist: '只讲一个主旨，背熟开场，每个意思之后停一停。',
      because: '听众记得住一件事，记不住十件。最紧张的是第一分钟，稳妥的开场能带你过去。',
      points: [
        '说清希望听众做什么或记住什么，无关的删掉。',
        '站着、出声、看着钟排练。',
        '一句话看着一个人，下一句换一个人。',
      ],
      myth: '优秀的演讲者也会紧张，观众看到的远比你感到的少。',
    },
  },
  {
    id: 'habits',
    match:
      /\bprocrastinat|\bproductiv|\bhabits?\b|\bmotivat|\btime management\b|拖延|效率|习惯|自律|时间管理/i,
    en: {
      title: 'Getting things done',
      gist: 'Make the first step so small that refusing it would be silly, and give it a fixed place in the day.',
      because:
        'We put off what is unclear or unpleasant. A concrete next action removes the first, a short time limit the second.',
      points: [
        'Write down the very next action, with a verb.',
        'Work for 25 minutes with the phone in another room, then rest for five.',
        'Tie a new habit to one you have: after the coffee, one page.',
      ],
      myth: 'Motivation mostly follows action; waiting for it is the trap.',
    },
    zh: {
      title: '把事情做完',
      gist: '把第一步缩到小得不好意思拒绝，并在一天中给它固定的位置。',
      because: '我们拖延的是不清楚或不愉快的事。具体的下一步消除前者，短时限减轻后者。',
      points: [
        '写下紧接着的那个动作，用动词开头。',
        '把手机放到别的房间，专注 25 分钟，休息 5 分钟。',
        '把新习惯系在旧习惯上：喝完咖啡读一页。',
      ],
      myth: '动力多半是行动之后才来的，等待动力才是陷阱。',
    },
  },
  {
    id: 'cats-dogs',
    match: /\bcats?\b.{0,20}\bdogs?\b|\bdogs?\b.{0,20}\bcats?\b|猫.{0,8}狗|狗.{0,8}猫/i,
    en: {
      title: 'Cats and dogs',
      gist: 'A dog wants your time and company; a cat wants your respect and a quiet place.',
      because:
        'Dogs come from animals that hunt in groups and read people well. Cats hunt alone and came to us by their own choice, for the mice.',
      points: [
        'Count on one to two hours a day outside for a dog.',
        'A cat can stay alone for a working day, two cats better than one.',
        'Both live ten to fifteen years or more: decide for that time.',
      ],
      myth: 'Cats are attached to people as well; they only show it more quietly.',
      table: {
        sides: ['Cat', 'Dog'],
        rows: [
          ['Time a day', 'half an hour of play', 'one to two hours outside'],
          ['Alone at home', 'a working day', 'a few hours'],
          ['Cost', 'lower', 'higher'],
          ['Training', 'by interest', 'willing'],
        ],
      },
    },
    zh: {
      title: '猫与狗',
      gist: '狗要你的时间和陪伴，猫要你的尊重和一个安静的角落。',
      because: '狗的祖先成群狩猎，善于读懂人；猫独自捕猎，是为了老鼠自愿来到我们身边。',
      points: [
        '养狗每天要有一到两小时在户外。',
        '猫可以独处一个工作日，两只比一只好。',
        '它们都能活十到十五年甚至更久，要为这段时间负责。',
      ],
      myth: '猫同样依恋人，只是表现得更安静。',
      table: {
        sides: ['猫', '狗'],
        rows: [
          ['每天所需时间', '玩耍半小时', '户外一到两小时'],
          ['独自在家', '一个工作日', '几小时'],
          ['花费', '较低', '较高'],
          ['训练', '看心情', '乐意配合'],
        ],
      },
    },
  },
]
