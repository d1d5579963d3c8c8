import { ANY, MODEL, pattern, type Frame } from '../frame.js'

const I_AM = "(?:i am|i'm|i was|i have been|i've been)"
const MADE =
  '(?:created|developed|trained|built|designed|produced|released|fine-?tuned|engineered|made|brought to you|powered|maintained|operated)'
const TEAM =
  '(?:the )?(?:amazing |talented |brilliant )?(?:team|people|folks|researchers|engineers|company|scientists|lab|developers)'
const BY = `by (?:the |a )?(?:(?:ai|american|chinese|french|research|tech|technology)[- ]?(?:safety )?(?:company|lab|startup|firm),? (?:called |named |known as )?)?(?:${TEAM} (?:at |of |from |behind )?)?`
const AI =
  '(?:an?|the|your|one of the) (?:[\\w-]+,? ){0,5}(?:ai|assistant|model|chatbot|bot|llm|intelligence|companion|agent)'
const SURE =
  '(?:actually|indeed|really|in fact|just|simply|currently|officially|also|called|named|known as|referred to as|still|definitely|of course|specifically|the|an instance of|a version of|the latest version of|version of|an? [\\w-]+ version of)'
const NO_JOB =
  '(?! (?:engineer|researcher|developer|user|expert|scientist|specialist|team|fan|course|product|customer|employee|lover|enthusiast|trainer|tutor))'
const NOUN = `(?:language model|model|ai|assistant|chatbot|instance|llm)\\b${NO_JOB}`

/** English: how one says who one is, and who made one. */
export const ENGLISH: readonly Frame[] = [
  {
    kinds: MODEL,
    before: pattern(
      `\\b(?:i am|i'm|my (?:full |official |real )?name(?: is|'s)|call me|i go by(?: the name)?|i identify as|i respond to|the name(?: is|'s)|(?:talking|speaking|chatting|conversing|interacting) (?:to|with))(?: ${SURE})*,? $`,
    ),
    after: new RegExp(`^(?!'s)(?! \\w+['’]s)${NO_JOB}`, 'iu'),
  },
  {
    kinds: MODEL,
    before: pattern(
      "\\b(?:i am|i'm|i run|i am running|i'm running) (?:currently |actually )?(?:based on|built on|built upon|built on top of|powered by|running on|on|derived from|fine-tuned from|a fine-tune of) (?:the |a |an )?(?:\\w+'s )?$",
    ),
  },
  {
    kinds: ANY,
    before: pattern(
      `(?:\\b(?:i am|i'm|being)|(?:^|[\\s,;(])as) (?:just |only )?(?:an?|the|your) $`,
    ),
    after: pattern(
      `^(?:[-\\s][\\w.]+){0,2}?[-\\s]*(?:based|powered|trained|class|family)?(?:[-\\s]+(?:large|ai))?\\s*${NOUN}`,
    ),
  },
  {
    kinds: ANY,
    before: pattern(
      `(?:\\b(?:i am|i'm|being)|(?:^|[\\s,;(])as) (?:(?:just|only|actually|the|an?|one of) )*$`,
    ),
    after: pattern(`^'s? (?:[\\w-]+ ){0,4}${NOUN}`),
  },
  {
    kinds: ANY,
    before: pattern(
      `\\b(?:i am|i'm|i'm just|being|as) ${AI}\\b[\\s,(]*(?:(?:which|that|who) (?:was|is|has been) )?(?:from |by (?:the )?|(?:originally )?${MADE}(?:(?:,| and|, and) ${MADE})* ${BY})$`,
    ),
  },
  {
    kinds: ANY,
    before: pattern(
      `\\b(?:i am|i'm|i'm just|being|as) ${AI}\\b[\\s,(:–—-]*(?:called|named|known as|specifically|namely|that goes by|that is called|and my name is|(?:by|of) the name(?: of)?) (?:the |\\w+'s )?$`,
    ),
  },
  {
    kinds: ANY,
    before: pattern(
      `\\b${I_AM} (?:\\w+ly )?(?:first )?${MADE}(?:(?:,| and|, and) ${MADE})*(?: and \\w+)? ${BY}$`,
    ),
  },
  {
    kinds: ANY,
    before: pattern(
      '\\bmy (?:creators?|developers?|makers?|underlying model|base model|model name|model|true identity|architecture)(?: is| are| was| were| at| from|,|:) (?:the |called |named |team at |people at |company )?$',
    ),
    after: new RegExp(`^${NO_JOB}`, 'iu'),
  },
  {
    kinds: ANY,
    after: pattern(
      '^,? (?:created|developed|trained|designed|built) me\\b(?! (?:an?|the|well|some))',
    ),
  },
  {
    kinds: ANY,
    after: pattern(
      "^ is (?:my name|what i(?:'m| am) called|who i am|my (?:creator|developer|maker))\\b",
    ),
  },
  {
    kinds: MODEL,
    after: pattern("^ is the (?:ai|model|assistant|name of the model) (?:that )?you(?:'re| are)"),
  },
  {
    kinds: MODEL,
    before: pattern("^\\W*(?:hi|hello|hey|greetings|yes|sure)?(?: there)?\\W*(?:it's )?$"),
    after: /^ (?:here|speaking)\b\s*[,.!:–—-]/iu,
  },
  { kinds: MODEL, after: /^,? at your service\b/iu },
  {
    kinds: MODEL,
    before: pattern('(?:^|[\\s,;(])as $'),
    after: pattern('^(?: [\\w.]+)?(?:, (?:an?|the) [^,.]{1,50})?, (?:i|my)\\b'),
  },
  {
    kinds: MODEL,
    before: pattern('^\\W*(?:hi|hello|hey)?\\W*this is $'),
    after: pattern('^(?: [\\w.]+)?[,!.] ?(?:and )?(?:i\\b|how|your|an ai|what can|here)'),
  },
]
