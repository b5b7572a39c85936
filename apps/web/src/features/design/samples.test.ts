import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { SAMPLES } from './samples.ts'

test('every component of ui/ is on the page of the design system', () => {
  const files = readdirSync(join(import.meta.dirname, '../../ui'))
  const components = files.filter((file) => file.endsWith('.tsx')).map((file) => file.replace(/\.tsx$/, ''))
  const shown = SAMPLES.flatMap((sample) => sample.files)
  expect(shown.toSorted()).toEqual(components.toSorted())
})
