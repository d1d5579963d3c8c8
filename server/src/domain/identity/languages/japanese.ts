import { ANY, MODEL, type Frame } from '../frame.js'

const I = '(?:私|わたし|僕|ぼく|当方|わたくし)'
const MADE = '(?:開発|訓練|作成|作ら|制作|設計|提供|トレーニング|構築|学習)'

/** Japanese: the name stands before what says of whom it is. */
export const JAPANESE: readonly Frame[] = [
  {
    kinds: MODEL,
    before: new RegExp(
      `${I}(?:は|の(?:名前|モデル)は|のことは|こそ)[、,\\s]*(?:\\S{1,12}の)?[「『\\s]*$`,
      'u',
    ),
    after: /^[\s」』]*(?:です|という|と申|と言|といい|と呼|でございます|だよ|である)/u,
  },
  { kinds: MODEL, after: /^[\s」』]*と申します/u },
  {
    kinds: ANY,
    before: new RegExp(`${I}は[、,\\s]*(?:[^。！？\\n]{0,20}?[、,])?\\s*$`, 'u'),
    after: new RegExp(
      `^\\s*(?:社)?(?:の(?:チーム|研究者|エンジニア))?(?:によって|により|が|で|に)[、\\s]?${MADE}`,
      'u',
    ),
  },
  {
    kinds: ANY,
    before: new RegExp(`${I}は[、,\\s]*$`, 'u'),
    after:
      /^\s*(?:社)?(?:の|製の)(?:大規模|人工知能|AI|言語|対話)*\s*(?:モデル|アシスタント|チャットボット|AI)/iu,
  },
  { kinds: ANY, after: new RegExp(`^\\s*(?:社)?(?:が|は)${I}を${MADE}`, 'u') },
]
