import { DataSet, englishDataset } from 'obscenity'

/** Words of the library's list that are plain ones too: of medicine, law, animals, land. */
const PLAIN = new Set([
  'anal',
  'anus',
  'arse',
  'ass',
  'bestiality',
  'chink',
  'cock',
  'dyke',
  'ejaculate',
  'fisting',
  'hooker',
  'incest',
  'masturbate',
  'orgasm',
  'penis',
  'prick',
  'rape',
  'retard',
  'scat',
  'semen',
  'sex',
  'spastic',
  'tit',
  'vagina',
])

/** The library's list without those, and without what the operator allows. */
export const englishWords = (allowed: ReadonlySet<string>) =>
  new DataSet<{ originalWord: string }>().addAll(englishDataset).removePhrasesIf(({ metadata }) => {
    const word = metadata?.originalWord ?? ''
    return PLAIN.has(word) || allowed.has(word)
  })
