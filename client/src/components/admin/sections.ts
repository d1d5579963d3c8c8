import { defineAsyncComponent, type Component } from 'vue'
import UiSkeleton from '../ui/UiSkeleton.vue'

const section = (loader: () => Promise<{ default: Component }>) =>
  defineAsyncComponent({ loader, loadingComponent: UiSkeleton, delay: 150 })

/** What the admin side consists of, in the order of its navigation; each has its name among the words. */
export const SECTIONS = {
  overview: section(() => import('./overview/AdminOverview.vue')),
  models: section(() => import('./models/AdminModels.vue')),
  costs: section(() => import('./costs/AdminCosts.vue')),
  votes: section(() => import('./votes/AdminVotes.vue')),
  conversations: section(() => import('./conversations/AdminConversations.vue')),
  access: section(() => import('./access/AdminAccess.vue')),
  record: section(() => import('./record/AdminRecord.vue')),
} satisfies Record<string, Component>

export type Section = keyof typeof SECTIONS

/** An address that names none leads to the first. */
export const sectionOf = (name: string | undefined): Section =>
  name !== undefined && Object.hasOwn(SECTIONS, name) ? (name as Section) : 'overview'
