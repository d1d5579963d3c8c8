import type { SeededRandom } from '../seeded-random.js'

/** `{m}` is a model, `{o}` its maker, `{v}` a version. */
interface Phrasebook {
  language: string
  openings: readonly string[]
  /** Phrasings that the patterns were written for. */
  known: readonly string[]
  /** Phrasings that were written afterwards, and for which no pattern was changed. */
  heldOut: readonly string[]
  endings: readonly string[]
}

const MODELS = [
  ['ChatGPT', 'OpenAI', ''],
  ['GPT-4', 'OpenAI', 'o'],
  ['Claude', 'Anthropic', ' 3.5 Sonnet'],
  ['Gemini', 'Google', ' 2.5 Pro'],
  ['Llama', 'Meta', ' 3.1'],
  ['Mistral', 'Mistral AI', ' Large'],
  ['Qwen', 'Alibaba Cloud', '2.5'],
  ['DeepSeek', 'DeepSeek', '-V3'],
  ['Grok', 'xAI', ' 2'],
  ['ChatGLM', 'Zhipu AI', '3'],
  ['Kimi', 'Moonshot AI', ''],
  ['Vicuna', 'LMSYS', '-13B'],
  ['Gemma', 'Google DeepMind', ' 2'],
  ['Phi', 'Microsoft', '-3'],
  ['Command R', 'Cohere', '+'],
  ['Corvus', 'Nightjar Labs', ' 7'],
  ['house-model', 'Nightjar Labs', ''],
] as const

export const PHRASEBOOKS: readonly Phrasebook[] = [
  {
    language: 'en',
    openings: [
      '',
      'Hello! ',
      'Good question. ',
      'Thanks for asking! ',
      'I cannot browse the web. ',
      'Sure, happy to help.\n\n',
    ],
    known: [
      'I am {m}{v}.',
      "I'm {m}, how can I help?",
      'My name is {m}.',
      'You are talking to {m}{v}.',
      'I am {m}, a large language model trained by {o}.',
      'I was created by {o}.',
      "I'm an AI assistant developed by {o}.",
      'As an AI language model trained by {o}, I have no opinions.',
      'I was developed and trained by {o}.',
      "I'm a language model from {o}.",
      "I'm an AI assistant called {m}.",
      'As {m}, I cannot see your screen.',
      '{m} here! What can I do for you?',
      'My creator is {o}.',
      'I am **{m}{v}**, made by **{o}**.',
      "I'm based on {m}{v}.",
      '{o} created me to be helpful.',
    ],
    heldOut: [
      'I am indeed {m}{v}, so I can only tell you what I know.',
      'You can call me {m}.',
      'I am a conversational AI model built by the team at {o}.',
      'I’m {m} — an assistant.',
      "I'm actually {m}{v}.",
      'I am an artificial intelligence created by {o}, and I have no feelings.',
      'Since I was trained by {o}, my knowledge ends last year.',
      "I'm powered by {m}{v}.",
    ],
    endings: [
      '',
      ' How can I help you today?',
      ' Let me know what you need.',
      '\n\nNow to your question about soup.',
    ],
  },
  {
    language: 'zh',
    openings: ['', '你好！', '您好，', '谢谢你的提问。'],
    known: [
      '我是{m}。',
      '我是{m}，由{o}开发的大型语言模型。',
      '我是由{o}训练的语言模型。',
      '我叫{m}。',
      '作为{m}，我无法访问互联网。',
      '我的名字是{m}。',
      '我是一个由{o}开发的人工智能助手。',
    ],
    heldOut: [
      '我其实是{m}{v}。',
      '作为一款由{o}研发的AI助手，我会尽力回答。',
      '我是{o}的语言模型。',
    ],
    endings: ['', '请问有什么可以帮您？', '很高兴为你服务。'],
  },
  {
    language: 'es',
    openings: ['', '¡Hola! ', 'Gracias por preguntar. '],
    known: [
      'Soy {m}.',
      'Me llamo {m}.',
      'Soy un modelo de lenguaje entrenado por {o}.',
      'Fui creado por {o}.',
      'Como modelo de lenguaje desarrollado por {o}, no tengo opiniones.',
      'Soy {m}, un asistente de {o}.',
    ],
    heldOut: [
      'Mi nombre es {m} y estoy aquí para ayudarte.',
      'He sido desarrollado por {o}.',
      'Soy un asistente virtual creado por {o}.',
    ],
    endings: ['', ' ¿En qué puedo ayudarte?'],
  },
  {
    language: 'fr',
    openings: ['', 'Bonjour ! ', 'Bonne question. '],
    known: [
      'Je suis {m}.',
      "Je m'appelle {m}.",
      'Je suis un modèle de langage entraîné par {o}.',
      "J'ai été créé par {o}.",
      "En tant que modèle de langage développé par {o}, je n'ai pas d'avis.",
      'Je suis {m}, un assistant conçu par {o}.',
    ],
    heldOut: [
      'Mon nom est {m}.',
      'Je suis une intelligence artificielle développée par {o}.',
      'J’ai été conçu par {o} pour vous aider.',
    ],
    endings: ['', ' Comment puis-je vous aider ?'],
  },
  {
    language: 'de',
    openings: ['', 'Hallo! ', 'Gute Frage. '],
    known: [
      'Ich bin {m}.',
      'Ich heiße {m}.',
      'Mein Name ist {m}.',
      'Ich wurde von {o} entwickelt.',
      'Ich bin ein Sprachmodell von {o}.',
      'Als KI-Sprachmodell von {o} habe ich keine Meinung.',
      'Ich bin {m}, ein KI-Assistent.',
    ],
    heldOut: [
      'Ich bin ein großes Sprachmodell, das von {o} trainiert wurde.',
      'Ich bin eigentlich {m}{v}.',
      'Ich wurde von {o} trainiert und weiß vieles nicht.',
    ],
    endings: ['', ' Wie kann ich dir helfen?'],
  },
  {
    language: 'ja',
    openings: ['', 'こんにちは！', 'ご質問ありがとうございます。'],
    known: [
      '私は{m}です。',
      '私の名前は{m}です。',
      '私は{o}によって開発されたAIです。',
      '私は{m}という言語モデルです。',
      '{m}と申します。',
      '私は{o}が開発したAIアシスタントです。',
    ],
    heldOut: ['私は{o}の言語モデルです。', '私は、{o}によって訓練された大規模言語モデルです。'],
    endings: ['', '何かお手伝いできますか？'],
  },
  {
    language: 'ru',
    openings: ['', 'Здравствуйте! ', 'Хороший вопрос. '],
    known: [
      'Я {m}, языковая модель.',
      'Меня зовут {m}.',
      'Я — {m}.',
      'Я был создан компанией {o}.',
      'Я языковая модель, разработанная {o}.',
      'Меня создала компания {o}.',
    ],
    heldOut: ['Я был обучен компанией {o}.', 'Я большая языковая модель, созданная {o}.'],
    endings: ['', ' Чем могу помочь?'],
  },
]

export interface SelfReveal {
  language: string
  heldOut: boolean
  text: string
}

/** Half of them English, the rest spread over the other languages; every third in a held-out phrasing. */
export function buildSelfReveals(count: number, random: SeededRandom): SelfReveal[] {
  return Array.from({ length: count }, (_, index) => {
    const others = PHRASEBOOKS.slice(1)
    const book = index % 2 === 0 ? PHRASEBOOKS[0]! : others[(index >> 1) % others.length]!
    const heldOut = index % 3 === 0
    const [model, maker, version] = random.pick(MODELS)
    const phrase = random
      .pick(heldOut ? book.heldOut : book.known)
      .replaceAll('{m}', model)
      .replaceAll('{o}', maker)
      .replaceAll('{v}', version)
    const text = random.pick(book.openings) + phrase + random.pick(book.endings)
    return { language: book.language, heldOut, text }
  })
}
