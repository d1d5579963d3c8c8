import { readonly, ref } from 'vue'
import type { Tone } from '../lib/tone.js'

export interface Toast {
  id: number
  tone: Tone
  text: string
  /** A way on, such as "Undo". The note closes when it is taken. */
  action?: { label: string; run: () => void }
}

const toasts = ref<Toast[]>([])
let lastId = 0

/** Short notes at the edge of the screen, for what has no better place; errors belong where they happen. */
export function useToast() {
  const dismiss = (id: number): void => {
    toasts.value = toasts.value.filter((toast) => toast.id !== id)
  }
  const show = (text: string, options: Partial<Pick<Toast, 'tone' | 'action'>> = {}): number => {
    lastId += 1
    toasts.value = [...toasts.value, { id: lastId, tone: options.tone ?? 'info', text, ...options }]
    return lastId
  }
  return { toasts: readonly(toasts), show, dismiss }
}
