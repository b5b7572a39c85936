import { trpc, type Outputs } from '../../lib/trpc.ts'

/** How people can sign in here; with a password they always can, even when this can not be asked. */
export async function loadSignInMethods(): Promise<Outputs['auth']['methods']> {
  try {
    return await trpc.auth.methods.ensureData()
  } catch {
    return { google: false }
  }
}
