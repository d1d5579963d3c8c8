import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, expect, it, vi } from 'vitest'
import { redrawPicture } from '../../../../client/src/lib/shrink-picture.js'
import { uploadPicture } from '../../../../client/src/lib/upload-picture.js'
import { usePictures } from '../../../../client/src/stores/pictures.js'

vi.mock('../../../../client/src/lib/upload-picture.js', () => ({ uploadPicture: vi.fn() }))
vi.mock('../../../../client/src/lib/shrink-picture.js', () => ({
  shrinkPicture: (file: Blob) => Promise.resolve(file),
  redrawPicture: vi.fn(),
}))

const file = new File(['pixels'], 'photo.jpg')
const plain = new Blob(['fewer pixels'])
const refused = (code: 'image_too_large' | 'image_unreadable') => ({
  ok: false as const,
  error: { code, message: '' },
})
const taken = {
  ok: true as const,
  data: { id: 'kept', width: 1, height: 1, bytes: 1, type: 'image/jpeg' as const },
}

beforeEach(() => {
  vi.clearAllMocks()
  sessionStorage.clear()
  setActivePinia(createPinia())
})

/** Adds one file, of whose uploads these come out, and returns what was sent and what became of it. */
async function add(...outcomes: (typeof taken | ReturnType<typeof refused>)[]) {
  for (const outcome of outcomes) {
    const upload = { outcome: Promise.resolve(outcome), cancel: () => undefined }
    vi.mocked(uploadPicture).mockReturnValueOnce(upload)
  }
  const pictures = usePictures()
  pictures.add('place', [file])
  const picture = () => pictures.of('place')[0]
  await vi.waitUntil(() => picture()?.id ?? picture()?.failure)
  return {
    sent: vi.mocked(uploadPicture).mock.calls.map(([bytes]) => bytes),
    id: picture()?.id,
    failure: picture()?.failure?.code,
  }
}

it('draws a picture anew that the server found too large, and sends that', async () => {
  vi.mocked(redrawPicture).mockResolvedValue(plain)
  const { sent, id } = await add(refused('image_too_large'), taken)
  expect(sent).toEqual([file, plain])
  expect(id).toBe('kept')
})

it('sends nothing again where the browser cannot draw it, or something else is wrong with it', async () => {
  vi.mocked(redrawPicture).mockResolvedValue(file)
  expect(await add(refused('image_too_large'))).toMatchObject({ failure: 'image_too_large' })
  setActivePinia(createPinia())
  const { sent, failure } = await add(refused('image_unreadable'))
  expect([sent.length, failure]).toEqual([2, 'image_unreadable'])
})
