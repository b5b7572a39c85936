import { renderMail } from '@astralis/core/mail/render-mail'
import { sampleContent } from '@astralis/core/mail/testing/sample-content'
import { expect, test } from 'vitest'
import { previewDocument } from './preview-document.ts'

test('F6: links of a real mail lead to another tab; nothing else of it changes', () => {
  const { html } = renderMail(sampleContent())
  const shown = previewDocument(html)
  expect(shown).toContain('<head><base target="_blank">')
  expect(shown.replace('<base target="_blank">', '')).toBe(html)
})

test('F6: a mail without a head gets one that says where links lead', () => {
  expect(previewDocument('<p>Hello')).toBe('<base target="_blank"><p>Hello')
})
