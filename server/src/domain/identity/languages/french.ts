import { ANY, MODEL, pattern, type Frame } from '../frame.js'

const MADE =
  '(?:créée?|développée?|entraînée?|conçue?|construite?|formée?|mise? au point|élaborée?)'
const BY = "par (?:l'équipe (?:de |d'))?(?:la société |l'entreprise |les équipes (?:de |d'))?"
const AI =
  "(?:une? |l'|le |votre )?(?:[\\p{L}'-]+ ){0,4}?(?:modèle|assistante?|intelligence artificielle|ia|chatbot|robot)(?: (?:de langage|de langue|d'ia|virtuel|conversationnel|linguistique|multimodal))*"
const NO_JOB = '(?! (?:fan|utilisat|ingénieur|employé|expert|client))'

/** French. */
export const FRENCH: readonly Frame[] = [
  {
    kinds: MODEL,
    before: pattern(
      "(?:^|[^\\p{L}])(?:je suis|moi,? c'est|je m'appelle|mon nom est|appelez-moi|on m'appelle|(?:parlez|discutez|échangez) (?:à|avec))(?: (?:en fait|en réalité|effectivement))?,? $",
    ),
    after: new RegExp(`^${NO_JOB}`, 'iu'),
  },
  {
    kinds: ANY,
    before: pattern(
      `(?:^|[^\\p{L}])(?:je suis|en tant (?:que |qu')) ?${AI}[\\s,]*(?:de |d'|appelée? |nommée? |baptisée? |${MADE}(?: et ${MADE})? ${BY})$`,
    ),
  },
  {
    kinds: ANY,
    before: pattern(`(?:^|[^\\p{L}])j'ai été ${MADE}(?: et ${MADE})? ${BY}$`),
  },
  {
    kinds: ANY,
    before: pattern('(?:mon|mes) (?:créateur|concepteur|développeur)s? (?:est|sont) $'),
  },
  { kinds: ANY, after: pattern("^ m'a (?:créée?|développée?|conçue?|entraînée?)(?!\\p{L})") },
]
