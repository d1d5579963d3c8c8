import { useSessionStorage } from '@vueuse/core'
import { reactive } from 'vue'
import { IMAGES_PER_TURN } from '#shared/limits'
import { commandId } from '../lib/command-id.js'
import type { Failure } from '../lib/outcome.js'
import { pictureUrl } from '../lib/picture-url.js'

/** A picture that waits in a composer for its prompt. */
export interface DraftPicture {
  key: string
  /** Of the file; empty where there is none to speak of. */
  name: string
  /** What shows it: the file itself, or after a reload the server's. */
  url: string
  /** How much has been sent, 0 to 1. */
  progress: number
  /** Once the server has it. */
  id?: string
  failure?: Failure
}

interface Kept {
  id: string
  name: string
}

/** Which pictures wait where. Those that the server has outlive a reload. */
export function picturePlaces() {
  const kept = useSessionStorage<Record<string, Kept[]>>('ringside.pictures', {})
  const places = reactive<Record<string, DraftPicture[]>>({})

  for (const [place, pictures] of Object.entries(kept.value)) {
    places[place] = pictures.map((picture) => uploaded(picture))
  }

  const of = (place: string): DraftPicture[] => places[place] ?? []

  /** How many more a message may have: what was not taken takes no place. */
  const roomAt = (place: string): number =>
    Math.max(0, IMAGES_PER_TURN - of(place).filter(({ failure }) => !failure).length)

  function put(place: string, pictures: DraftPicture[]): void {
    if (pictures.length > 0) places[place] = pictures
    else delete places[place]
    const ready = pictures.flatMap(({ id, name }) => (id ? [{ id, name }] : []))
    const others = Object.entries(kept.value).filter(([other]) => other !== place)
    kept.value = Object.fromEntries(ready.length > 0 ? [...others, [place, ready]] : others)
  }

  function find(key: string): { place: string; picture: DraftPicture } | undefined {
    for (const [place, pictures] of Object.entries(places)) {
      const picture = pictures.find((each) => each.key === key)
      if (picture) return { place, picture }
    }
    return undefined
  }

  const all = (): DraftPicture[] => Object.values(places).flat()

  return { of, roomAt, put, find, all }
}

/** Those that there is room for, and the others; one that failed takes no room. */
export function divide(pictures: readonly DraftPicture[], room: number) {
  const moved: DraftPicture[] = []
  const left: DraftPicture[] = []
  for (const picture of pictures) (picture.failure || room-- > 0 ? moved : left).push(picture)
  return { moved, left }
}

/** A picture that the server has already. */
export const uploaded = ({ id, name }: Kept): DraftPicture => ({
  key: commandId(),
  name,
  url: pictureUrl(id),
  progress: 1,
  id,
})
