import type { Language } from '../kit/language.js'

const ENGLISH: Record<string, string> = {
  i: 'you',
  me: 'you',
  my: 'your',
  mine: 'yours',
  myself: 'yourself',
  am: 'are',
  was: 'were',
  "i'm": 'you are',
  "i've": 'you have',
  "i'd": 'you would',
  "i'll": 'you will',
  you: 'I',
  your: 'my',
  yours: 'mine',
  yourself: 'myself',
  "you're": 'I am',
  "you've": 'I have',
  "you'll": 'I will',
  we: 'you',
  us: 'you',
  our: 'your',
  ours: 'yours',
}

const CHINESE: Record<string, string> = { 我: '你', 你: '我', 您: '我', 咱: '你' }

/** The same words from the other side: "my mother and you" becomes "your mother and me". */
export function reflect(text: string, language: Language): string {
  if (language === 'zh') return text.replace(/[我你您咱]/g, (word) => CHINESE[word] ?? word)
  return (
    text
      .replace(/[A-Za-z]+(?:['’][A-Za-z]+)?/g, (word) => {
        const turned = ENGLISH[word.toLowerCase().replace('’', "'")]
        return turned ?? word
      })
      .replace(/\byou was\b/g, 'you were')
      .replace(/\bI are\b/g, 'I am')
      // At the end or after a preposition "you" was an object.
      .replace(
        /\b(to|for|with|of|about|from|at|by|like|than|and|help|tell|give|show) I\b(?! \w)/g,
        '$1 me',
      )
      .replace(/(\w) I$/, '$1 me')
  )
}
