import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ACCESS } from '@astralis/core/access/access-table'
import { expect, test } from 'vitest'
import { root } from '../root.ts'
import { accessPage } from './access-page.ts'

test('H2: docs/access.md says what the table says; if not, run: node scripts/write-access-page.ts', async () => {
  expect(await readFile(join(root, 'docs', 'access.md'), 'utf8')).toBe(accessPage())
})

test('H2: the page has every procedure once', () => {
  const listed = [...accessPage().matchAll(/^\| `([\w.]+)`/gm)].map(([, name = '']) => name)
  expect(listed.toSorted()).toEqual(Object.keys(ACCESS).toSorted())
})
