/** What `POST /api/images` answers: the picture as it is kept, in pixels and bytes. */
export interface ImageView {
  id: string
  width: number
  height: number
  bytes: number
  type: 'image/png' | 'image/jpeg'
}
