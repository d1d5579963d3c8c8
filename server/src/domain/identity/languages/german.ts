import { ANY, MODEL, pattern, type Frame } from '../frame.js'

const MADE =
  '(?:entwickelt|trainiert|erstellt|geschaffen|gebaut|entworfen|programmiert|erschaffen|herausgebracht)'
const AI =
  '(?:ein|eine|das|der|dein|ihr)?(?: ?[\\p{L}-]+){0,4}? ?(?:ki|assistent|assistentin|sprachmodell|modell|chatbot|bot|intelligenz|ki-assistent|ki-modell|ki-sprachmodell)'
const NO_JOB = '(?! ?-?(?:fan|nutzer|entwickler|ingenieur|mitarbeiter|kunde|experte))'

/** German: the verb of the maker stands after its name. */
export const GERMAN: readonly Frame[] = [
  {
    kinds: MODEL,
    before: pattern(
      '(?:^|[^\\p{L}])(?:ich bin|ich heiße|ich heisse|mein name ist|nenn(?:en sie)? mich|(?:sprichst|sprechen sie|schreibst|chattest) (?:gerade )?mit)(?: (?:tatsächlich|eigentlich|übrigens))?,? $',
    ),
    after: new RegExp(`^${NO_JOB}`, 'iu'),
  },
  {
    kinds: ANY,
    before: pattern(
      `(?:^|[^\\p{L}])(?:ich bin|als) ${AI}[\\s,]*(?:das |der |die )?(?:namens |genannt |von )(?:dem unternehmen |der firma )?$`,
    ),
  },
  {
    kinds: ANY,
    before: pattern(
      '(?:^|[^\\p{L}])(?:ich wurde|ich bin|wurde ich) (?:von|durch) (?:dem unternehmen |der firma |dem team von )?$',
    ),
    after: pattern(`^(?: \\p{L}+){0,3}? ${MADE}`),
  },
  {
    kinds: ANY,
    before: pattern('meine? (?:entwickler|schöpfer|hersteller)(?:in)? (?:ist|sind) $'),
  },
  {
    kinds: ANY,
    after: pattern('^ hat mich (?:entwickelt|trainiert|erschaffen|erstellt)(?!\\p{L})'),
  },
]
