/** A Chromium to use instead of those that are looked for. */
export const CHROMIUM_PATH = process.env['CHROMIUM_PATH']

/** What the browser inherits; `extra` comes on top. */
export function browserEnvironment(extra: Record<string, string>): Record<string, string> {
  const inherited = Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined)
  return { ...Object.fromEntries(inherited), ...extra }
}

/** Runs `action` while the operating system's folder for temporary files is `folder`. */
export async function withTemporaryFolder<T>(folder: string, action: () => Promise<T>): Promise<T> {
  const { TMPDIR: before } = process.env
  process.env['TMPDIR'] = folder
  try {
    return await action()
  } finally {
    if (before === undefined) delete process.env['TMPDIR']
    else process.env['TMPDIR'] = before
  }
}
