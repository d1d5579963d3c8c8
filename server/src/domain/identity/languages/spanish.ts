import { ANY, MODEL, pattern, type Frame } from '../frame.js'

const MADE =
  '(?:cread[oa]|desarrollad[oa]|entrenad[oa]|diseñad[oa]|construid[oa]|hech[oa]|lanzad[oa])'
const BY = 'por (?:el equipo de |la empresa |la compañía |los ingenieros de )?'
const AI =
  '(?:una? |el |la |tu )?(?:[\\p{L}-]+ ){0,4}?(?:modelo|asistente|inteligencia artificial|ia|chatbot|bot)(?: (?:de lenguaje|de ia|virtual|conversacional|de inteligencia artificial|grande|multimodal))*'
const NO_JOB = '(?! (?:fan|usuari|ingenier|emplead|expert|client))'

/** Spanish. */
export const SPANISH: readonly Frame[] = [
  {
    kinds: MODEL,
    before: pattern(
      '(?:^|[^\\p{L}])(?:(?:yo )?soy|me llamo|mi nombre es|puedes llamarme|me conocen como|(?:hablando|chateando|conversando) con)(?: (?:realmente|en realidad|en efecto))?,? $',
    ),
    after: new RegExp(`^${NO_JOB}`, 'iu'),
  },
  {
    kinds: ANY,
    before: pattern(
      `(?:^|[^\\p{L}])(?:soy|como) ${AI}[\\s,]*(?:que fue )?(?:de |llamad[oa] |${MADE}(?: y ${MADE})? ${BY})$`,
    ),
  },
  {
    kinds: ANY,
    before: pattern(`(?:^|[^\\p{L}])(?:fui|he sido|estoy) ${MADE}(?: y ${MADE})? ${BY}$`),
  },
  {
    kinds: ANY,
    before: pattern('mis? (?:cread|desarrollad)or(?:es)? (?:es|son) $'),
  },
  { kinds: ANY, after: pattern('^ me (?:creó|desarrolló|entrenó|diseñó)(?!\\p{L})') },
]
