import { useSessionStorage } from '@vueuse/core'
import { defineStore } from 'pinia'
import { commandId } from '../lib/command-id.js'
import { sendPicture } from '../lib/send-picture.js'
import { divide, picturePlaces, uploaded } from './picture-places.js'

/** Names of pasted pictures, which browsers make up. */
const MADE_UP = /^image\.(?:png|jpe?g|webp|gif)$/i

/** Pictures that were chosen and not sent yet, by the place of their composer. */
export const usePictures = defineStore('pictures', () => {
  const { of, roomAt, put, find, all } = picturePlaces()
  const names = useSessionStorage<Record<string, string>>('ringside.pictureNames', {})
  const cancels = new Map<string, () => void>()
  const files = new Map<string, File>()

  /** Takes as many files as a message may have and uploads them. @returns how many were left out */
  function add(place: string, chosen: readonly File[]): number {
    const room = roomAt(place)
    for (const file of chosen.slice(0, room)) {
      const name = MADE_UP.test(file.name) ? '' : file.name
      const key = commandId()
      files.set(key, file)
      put(place, [...of(place), { key, name, url: URL.createObjectURL(file), progress: 0 }])
      void upload(key)
    }
    return Math.max(0, chosen.length - room)
  }

  async function upload(key: string): Promise<void> {
    const file = files.get(key)
    const picture = find(key)?.picture
    if (!file || !picture) return
    picture.failure = undefined
    picture.progress = 0
    const result = await sendPicture(file, {
      progress: (share) => (picture.progress = share),
      begun: (cancel) => cancels.set(key, cancel),
      wanted: () => find(key) !== undefined,
    })
    cancels.delete(key)
    const found = find(key)
    if (!found || !result) return
    if (result.ok) {
      found.picture.id = result.data.id
      found.picture.progress = 1
      files.delete(key)
      nameIt(result.data.id, picture.name)
    } else {
      found.picture.failure = result.error
    }
    put(found.place, of(found.place))
  }

  function nameIt(id: string, name: string): void {
    if (name !== '') names.value = { ...names.value, [id]: name }
  }

  function remove(key: string): void {
    const found = find(key)
    if (!found) return
    cancels.get(key)?.()
    files.delete(key)
    if (found.picture.url.startsWith('blob:')) URL.revokeObjectURL(found.picture.url)
    put(
      found.place,
      of(found.place).filter((picture) => picture.key !== key),
    )
  }

  function clear(place: string): void {
    for (const { key } of of(place)) remove(key)
  }

  /** Removes what was sent; what was added since stays. */
  function settle(ids: readonly string[]): void {
    const sent = all().filter(({ id }) => id && ids.includes(id))
    for (const { key } of sent) remove(key)
  }

  /** As many as there is room for, pictures that failed taking none; the others stay where they are. */
  function move(from: string, to: string, room = roomAt(to)): void {
    if (from === to || of(from).length === 0) return
    const { moved, left } = divide(of(from), room)
    put(from, left)
    put(to, [...of(to), ...moved])
  }

  /** Shows pictures that were sent before once more. */
  function reuse(place: string, ids: readonly string[]): void {
    clear(place)
    put(
      place,
      ids.map((id) => uploaded({ id, name: nameOf(id) })),
    )
  }

  /** The name of a picture's file, where this tab knows it. */
  const nameOf = (id: string): string => names.value[id] ?? ''

  return { of, roomAt, add, upload, remove, clear, settle, move, reuse, nameOf }
})
