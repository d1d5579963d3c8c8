import type { SeededRandom } from '../seeded-random.js'

const NAMES = [
  'ChatGPT',
  'GPT-4',
  'Claude',
  'Gemini',
  'Llama 3',
  'Mistral',
  'Qwen',
  'DeepSeek',
  'Grok',
  'Corvus 7',
]
const MAKERS = [
  'OpenAI',
  'Anthropic',
  'Google',
  'Meta',
  'Microsoft',
  'Alibaba',
  'Nightjar Labs',
  'Amazon',
  'Apple',
]

/** Sentences with names in which nobody speaks of itself; `{n}`, `{k}` are models, `{o}`, `{p}` makers. */
const SENTENCES = [
  'A palm tree can live for a century.',
  'Claude Monet painted the water lilies in Giverny.',
  'The mistral is a strong, cold wind of the Rhône valley; Mistral wind can last a week.',
  'Gemini is the third sign of the zodiac, between Taurus and Cancer.',
  'The llama is a domesticated animal of the Andes.',
  'The bombardier beetle sprays a hot liquid at its enemies.',
  'Google was founded in 1998 by Larry Page and Sergey Brin.',
  '{o} released {n} last year, and {p} answered with {k}.',
  '{n} is good at code, while {k} writes better prose.',
  'If you compare {n} with {k}, look at price and speed first.',
  'I am not sure whether {n} supports pictures.',
  'I am happy to compare {n} and {k} for you.',
  'As an AI, I cannot say which of {n} and {k} is better for you.',
  'I am an AI assistant, so I have no opinion on {o} or {p}.',
  'You asked me about {o}: it is a company from California.',
  "I'm afraid that {o} does not publish this figure.",
  'To use {n}, ask {o} for an API key.',
  'As a {o} engineer, you will write design documents.',
  'I was told that {o} trained {n} on public text.',
  'I have worked at {o} for three years as a program manager.',
  'I am writing to apply for the position at {o}.',
  'My favourite phone was made by {o}.',
  'I think {o} made the right decision.',
  'The model was trained by {o} on many GPUs.',
  '{n} was created by {o} and has many users.',
  '"I am Claude," said the old painter, "and this is my garden."',
  'Bard Owen sang for the king; a bard was a poet.',
  'The titan Atlas held up the sky.',
  'In "Les Misérables" Claude Gueux is another hero of Hugo.',
  'Phi is the golden ratio, about 1.618.',
  'The falcon is the fastest bird.',
  'Hermes was the messenger of the gods.',
  'Here is a table of {n}, {k} and others.',
  "I'm a big fan of {n}, wrote one reviewer.",
  'Many ask: is this {n}? It depends on the site.',
  'You can build an assistant with {n} from {o} in an afternoon.',
  'I was impressed by {n}, a customer of {o} said.',
  'I am using {o} Maps as an example here.',
  'Jean-Claude Juncker led the Commission.',
  'My developer friend works at {o}.',
  'I am an AI language model, and the names {n} and {k} are of other products.',
  'Call {o} support if this does not work.',
  'Call me old-fashioned, but {n} is not a search engine.',
  '{o} made me laugh with this advertisement, he wrote.',
  'My name is Claudette and I live in Nice.',
  'I am Ishmael, he said, and {o} did not exist then.',
  '谷歌是一家美国公司，总部在加利福尼亚。',
  '{n}和{k}各有优点，我无法说哪个更好。',
  '我认为{o}的做法是对的。',
  '我是{o}的粉丝，这是评论里的一句话。',
  '作为{n}用户，你可以导出聊天记录。',
  '{n}由{o}开发，于去年发布。',
  '我使用的手机是{o}生产的。',
  '如果你想使用{n}，请先注册。',
  'Google es una empresa de Estados Unidos.',
  '{n} fue creado por {o} hace dos años.',
  'No soy experto en {n}, pero puedo explicarlo.',
  'Soy fan de {o}, escribió un lector.',
  'Claude Debussy est un compositeur français.',
  '{n} a été développé par {o}.',
  'Je ne suis pas sûr que {n} le permette.',
  'Le mistral souffle fort en Provence.',
  'Zwilling heißt auf Lateinisch Gemini.',
  '{n} wurde von {o} entwickelt.',
  'Ich bin nicht sicher, ob {n} das kann.',
  'Als {o}-Nutzer kennst du das Menü.',
  '{n}は{o}が開発したモデルです。',
  '私は{o}のサービスをおすすめします。',
  '私は{n}と{k}の違いを説明できます。',
  '{n} разработан компанией {o}.',
  'Я не уверен, что {n} это умеет.',
  'Я могу сравнить {n} и {k}.',
]

const PLAIN = [
  'Boil the water first, then add the salt.',
  'The answer is 42, since 6 times 7 is 42.',
  'Here are three points to look at.',
  'In short: sleep more, walk more, worry less.',
  '水在一百度沸腾。',
  'El agua hierve a cien grados.',
  'Das Wasser kocht bei hundert Grad.',
  'I hope this helps!',
  'Let me explain step by step.',
  '```js\nconst model = "gpt-4"\n```',
  'I was designed to be brief here.',
]

/** Texts of one to four sentences, at least one of them with a name in it. */
export function buildBenignTexts(count: number, random: SeededRandom): string[] {
  return Array.from({ length: count }, (_, index) => {
    const named = SENTENCES[index % SENTENCES.length]!
    const around = Array.from({ length: random.below(3) }, () =>
      random.next() < 0.5 ? random.pick(PLAIN) : random.pick(SENTENCES),
    )
    return random
      .shuffle([named, ...around])
      .join(' ')
      .replaceAll('{n}', () => random.pick(NAMES))
      .replaceAll('{k}', () => random.pick(NAMES))
      .replaceAll('{o}', () => random.pick(MAKERS))
      .replaceAll('{p}', () => random.pick(MAKERS))
  })
}
