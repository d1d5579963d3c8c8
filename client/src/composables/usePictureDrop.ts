import { useEventListener } from '@vueuse/core'
import { ref, type Ref } from 'vue'

const filesOf = (data: DataTransfer | null): File[] => [...(data?.files ?? [])]

const carriesFiles = (event: DragEvent): boolean =>
  event.dataTransfer?.types.includes('Files') ?? false

/**
 * Pictures that are dropped anywhere on the page, or pasted. Without it a browser would leave the page to
 * show a dropped file. @returns whether something is held over the page
 */
export function usePictureDrop(
  take: (files: File[]) => void,
  enabled: () => boolean,
): { over: Ref<boolean> } {
  const over = ref(false)

  useEventListener(document, 'dragover', (event) => {
    if (!carriesFiles(event)) return
    event.preventDefault()
    over.value = enabled()
    if (event.dataTransfer) event.dataTransfer.dropEffect = over.value ? 'copy' : 'none'
  })
  useEventListener(document, 'dragleave', (event) => {
    // Between two elements of the page the pointer enters the next; out of the page it enters none.
    if (event.relatedTarget === null) over.value = false
  })
  useEventListener(document, 'drop', (event) => {
    over.value = false
    if (!carriesFiles(event)) return
    event.preventDefault()
    if (enabled()) take(filesOf(event.dataTransfer))
  })
  useEventListener(document, 'paste', (event) => {
    const images = filesOf(event.clipboardData).filter(({ type }) => type.startsWith('image/'))
    if (images.length === 0 || !enabled()) return
    // Office programs put a picture of the text beside the text: the text is meant.
    if (event.clipboardData?.getData('text/plain')) return
    event.preventDefault()
    take(images)
  })
  return { over }
}
