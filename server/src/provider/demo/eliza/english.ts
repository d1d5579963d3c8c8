import type { Rule } from './rule.js'

// What a group catches ends with the clause.
const REST = String.raw`([^.?!;,\n]+)`
const rule = (rank: number, pattern: string, ...replies: [string, ...string[]]): Rule => ({
  rank,
  match: new RegExp(pattern.replaceAll('REST', REST), 'i'),
  replies,
})

export const ENGLISH_RULES: readonly Rule[] = [
  rule(
    10,
    String.raw`\b(?:who|what) are you\b`,
    'Why does it matter to you who I am?',
    'Whom would you like me to be?',
  ),
  rule(
    10,
    String.raw`\bi (?:often |always |just )?remember REST`,
    'Do you often think of {1}?',
    'What else comes to mind with {1}?',
  ),
  rule(
    9,
    String.raw`\b(?:my|our) (mother|father|mom|dad|parents|brother|sister|wife|husband|family|son|daughter|child|children)\b`,
    'Tell me more about your {1}.',
    'How do you get on with your {1}?',
  ),
  rule(
    9,
    String.raw`\bi (?:had|have) (?:a |the )?dream(?:t|ed)?(?: about| of| that)? REST`,
    'What does {1} suggest to you?',
    'Do you dream of {1} often?',
  ),
  rule(
    8,
    String.raw`\bi(?:['’]m| am) (?:so |very |really |feeling |a bit )*(sad|unhappy|tired|lonely|afraid|anxious|stressed|angry|bored|depressed|worried|lost|confused|overwhelmed)\b`,
    'I hear that you are {1}. Since when?',
    'What would have to happen for you not to be {1}?',
    'Do you believe that talking helps when you are {1}?',
  ),
  rule(
    8,
    String.raw`\bi feel REST`,
    'When else do you feel {1}?',
    'What do you do when you feel {1}?',
  ),
  rule(
    7,
    String.raw`\bi (?:want|need|would like|wish for) (?:to )?REST`,
    'What would it mean to you: {1}?',
    'Suppose it came true tomorrow: {1}. What then?',
    'Why, do you think, do you want that: {1}?',
  ),
  rule(
    7,
    String.raw`\bi (?:can(?:no|['’])t|could(?: not|n['’]t)) REST`,
    'How do you know that you cannot {1}?',
    'What keeps you from trying: {1}?',
    'Perhaps you could {1} if one thing were different. Which?',
  ),
  rule(
    6,
    String.raw`\bi(?:['’]m| am) (?:not )?REST`,
    'Is it because you are {1} that you come to me?',
    'How long have you been {1}?',
    'And how is it for you to be {1}?',
  ),
  rule(
    6,
    String.raw`\bi (?:think|believe|guess|suppose) (?:that )?REST`,
    'Do you really think that {1}?',
    'What speaks against it: {1}?',
    'Who taught you to think that {1}?',
  ),
  rule(
    6,
    String.raw`\bi (don['’]t|do not|never|always) REST`,
    'Why do you say “{1}” about it: {2}?',
    'Is it truly so that you {1} {2}?',
  ),
  rule(
    6,
    String.raw`\b(?:should|shall|must) i REST`,
    'Suppose you do: {1}. What would you miss?',
    'Which answer do you hope for when you ask whether to {1}?',
  ),
  rule(
    5,
    String.raw`\bbecause REST`,
    'Is that the only reason, {1}?',
    'Does “{1}” explain anything else as well?',
  ),
  rule(
    5,
    String.raw`\bif (?!i\b)REST`,
    'Do you think it likely that {1}?',
    'And if not? What if it were not so: {1}?',
  ),
  rule(
    5,
    String.raw`\b(?:can|could|will|would) you (?:please )?REST`,
    'You would like me to {1}. What would that change for you?',
    'Perhaps you would rather {1} yourself?',
  ),
  rule(
    5,
    String.raw`\bare you REST\?`,
    'Why does it matter to you whether I am {1}?',
    'Would you like it if I were {1}?',
  ),
  rule(
    5,
    String.raw`\b(everyone|everybody|nobody|no one|always|never)\b`,
    '{1}? Can you think of one exception?',
    'Who in particular comes to mind when you say “{1}”?',
  ),
  rule(
    4,
    String.raw`\b(?:what(?:['’]s| is| are)|define|explain|describe) (?:an? |the )?REST`,
    'What do you already believe about {1}?',
    'Before I say anything: what does {1} mean to you?',
    'What would you do with an answer about {1}?',
  ),
  rule(
    4,
    String.raw`\bwhy (?:is|are|do|does|did|was|were|can['’]t|don['’]t) REST`,
    'What reasons come to your own mind for this: {1}?',
    'Suppose nobody knew why: {1}. Would you go on asking?',
    'When did you first ask yourself about this: {1}?',
  ),
  rule(
    4,
    String.raw`\bhow (?:do|can|could|should|would|to) (?:i |you |we )?REST`,
    'What have you tried so far to {1}?',
    'What makes it hard for you to {1}?',
    'And whom do you know who can {1}?',
  ),
  rule(
    5,
    String.raw`\b(?:compare|difference between|choose between) REST`,
    'Between {1}: which way do you lean already?',
    'What would you lose if you chose the wrong one of {1}?',
  ),
  rule(
    4,
    String.raw`\b(?:write|give|make|show|tell|list|create|build|translate|summari[sz]e|calculate|solve)\b (?:me |us )?REST`,
    'You would like {1}. Whom is it for?',
    'What is it about {1} that you want to hand over?',
    'And if you began yourself with {1}: what would come first?',
  ),
  rule(
    3,
    String.raw`^\W*(?:hello|hi|hey|good (?:morning|evening|afternoon))\b`,
    'Hello. What is on your mind today?',
    'Good to see you. Where shall we begin?',
  ),
  rule(
    3,
    String.raw`\b(?:thanks|thank you)\b`,
    'What exactly was of use to you?',
    'You did the work yourself. What is next?',
  ),
  rule(
    3,
    String.raw`\b(computers?|machines?|robots?|ai|models?)\b`,
    'Do {1} worry you?',
    'What do {1} have to do with it, do you think?',
    'You speak of {1}. Do you mean me?',
  ),
  rule(
    3,
    String.raw`\bmy ([a-z]+)`,
    'Your {1}, you say. Go on.',
    'What else should I know of your {1}?',
  ),
  rule(
    2,
    String.raw`^\W*(?:yes|yeah|sure|ok(?:ay)?)\b`,
    'You seem quite certain. What makes you so?',
    'I see. And what follows from that?',
  ),
  rule(2, String.raw`^\W*(?:no|nope)\b`, 'You say no. What would a yes cost?', 'Why not?'),
]

/** Where no rule fits; `{term}` is of the prompt. */
export const ENGLISH_OTHERWISE: [string, ...string[]] = [
  'What comes to your mind first when you think of {term}?',
  'Let us stay with {term} for a moment. Why that, and why today?',
  'You mention {term}. What would you like it to be?',
]

/** For something that the user said of themselves in an earlier turn. */
export const ENGLISH_MEMORY: [string, ...string[]] = [
  'Earlier you said: “{memory}”. Has that to do with it?',
  'I still think of what you told me before, “{memory}”. How do the two go together?',
]

export const ENGLISH_AFTER: [string, ...string[]] = [
  'Please go on.',
  'Take your time.',
  'I am listening.',
]
