const WORKS =
  'poems?|poetry|haiku|sonnets?|limericks?|stor(?:y|ies)|tales?|fables?|novels?|chapters?|lyrics|songs?|raps?|screenplays?|scripts? for a (?:film|play|scene)|plays?|scenes?|dialogues?|monologues?|jokes?|puns?|riddles?|slogans?|taglines?|fan ?fiction|fairy ?tales?|character backstor(?:y|ies)|worldbuilding'
const ENGLISH = new RegExp(
  `\\b(?:write|compose|create|invent|tell|make up|continue|imagine|rewrite|give me|come up with|draft)\\b.{0,80}?\\b(?:${WORKS})\\b`,
  'is',
)
const ROLE =
  /\b(?:role-?play|pretend (?:to be|you are)|imagine (?:that )?you(?: are|'re)|in the style of)\b/i
const CHINESE =
  /(?:写|作|编|创作|续写|讲|来).{0,20}(?:诗|词|故事|小说|歌词|剧本|童话|寓言|散文|对联|笑话|段子|台词|情节|广告语|口号)|角色扮演|扮演一/

/** Whether a prompt asks for something made up: verse, a story, a scene, a joke, a part to play. */
export const isCreative = (prompts: readonly string[]): boolean =>
  prompts.some((text) => ENGLISH.test(text) || ROLE.test(text) || CHINESE.test(text))
