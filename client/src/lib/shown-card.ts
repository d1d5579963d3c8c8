import type { BySide } from '#shared/protocol/common'
import type { ModelCard } from '#shared/protocol/model'

/** Who a side is, as far as a page knows: a model that was only just chosen is no more than its name. */
export type ShownCard = Pick<ModelCard, 'name'> & Partial<ModelCard>
export type ShownCards = BySide<ShownCard>
