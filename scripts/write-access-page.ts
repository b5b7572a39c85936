import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { accessPage } from './docs/access-page.ts'
import { root } from './root.ts'

await writeFile(join(root, 'docs', 'access.md'), accessPage())
