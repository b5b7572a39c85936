import { chown, lchown, readdir, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { EmbeddedPostgresError } from './error.ts'
import { type Account, run } from './run.ts'

/**
 * Says who runs PostgreSQL in `folder`: undefined for the current user. PostgreSQL refuses to run as root, so root hands
 * the folder to its present owner or, when that is root too, to `nobody`, if this user can get to it and to `binDir`.
 * @param folder absolute, without symbolic links, like `binDir`
 */
export async function chooseAccount(folder: string, binDir: string): Promise<Account | undefined> {
  if (process.getuid?.() !== 0) return undefined

  const owner = await stat(folder)
  const account = owner.uid === 0 ? await nobody() : { uid: owner.uid, gid: owner.gid }
  const closed = (await closedFolder(dirname(folder), account)) ?? (await closedFolder(binDir, account))
  if (closed) {
    throw new EmbeddedPostgresError(
      `it refuses to run as root and the user it would run as (uid ${account.uid}) may not enter ${closed}`,
    )
  }
  if (owner.uid === 0) await giveTo(folder, account)
  return account
}

async function nobody(): Promise<Account> {
  const [uid, gid] = await Promise.all([run('id', ['-u', 'nobody']), run('id', ['-g', 'nobody'])])
  if (uid.code === 0 && gid.code === 0) return { uid: Number(uid.output), gid: Number(gid.output) }
  throw new EmbeddedPostgresError('it refuses to run as root and there is no user "nobody" to run it as')
}

async function giveTo(folder: string, { uid, gid }: Account): Promise<void> {
  await chown(folder, uid, gid)
  for (const entry of await readdir(folder, { recursive: true })) await lchown(join(folder, entry), uid, gid)
}

/** The first folder on the way from the root to `path`, itself included, that `account` may not enter. */
async function closedFolder(path: string, account: Account): Promise<string | undefined> {
  const parent = dirname(path)
  const above = parent === path ? undefined : await closedFolder(parent, account)
  if (above) return above
  const { uid, gid, mode } = await stat(path)
  const enter = uid === account.uid ? 0o100 : gid === account.gid ? 0o010 : 0o001
  return mode & enter ? undefined : path
}
