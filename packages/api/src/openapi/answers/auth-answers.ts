import { z } from 'zod'
import { signedIn } from './signed-in.ts'
import { nothing } from './wire-forms.ts'

export const authAnswers = {
  'auth.signUp': signedIn,
  'auth.signIn': signedIn,
  'auth.signOut': nothing,
  'auth.me': signedIn.nullable(),
  'auth.methods': z.object({ google: z.boolean() }),
  'auth.googleUrl': z.object({ url: z.string() }),
}
