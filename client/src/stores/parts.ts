import { defineStore } from 'pinia'
import { ref } from 'vue'

/** The parts of the page that are loaded when they are needed. */
export const useParts = defineStore('parts', () => ({
  /** One of them could not be loaded. */
  missing: ref(false),
}))
