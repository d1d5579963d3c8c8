import { defineAsyncComponent } from 'vue'
import UiSkeleton from '../../ui/UiSkeleton.vue'

/** A chart whose library comes with the first one that is shown: no other page loads it. */
export const LazyChart = defineAsyncComponent({
  loader: () => import('./BoardChart.vue'),
  loadingComponent: UiSkeleton,
  delay: 150,
})
