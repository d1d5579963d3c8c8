// What a page needs from the first prompt on: it is loaded as one, and not with the empty page.
export { default as ArenaTranscript } from './ArenaTranscript.vue'
export { default as ArenaVote } from './ArenaVote.vue'
