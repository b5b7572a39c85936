import { unsavedPlace } from '../../lib/unsaved.ts'

interface UnsavedProfile {
  ownerId: string
  values: { name: string; timeZone: string }
}

export const { keep: keepUnsaved, find: findUnsaved } = unsavedPlace<UnsavedProfile>()
