import { clsx } from 'clsx'
import type { ComponentProps, InputEvent } from 'react'
import { latinDigits } from '../lib/latin-digits.ts'

/** The look of everything that takes text. */
export const INPUT_CLASS =
  'w-full min-w-0 rounded-md border border-line-strong bg-surface px-3 text-ink placeholder:text-muted ' +
  'aria-invalid:border-error-strong focus-visible:outline-offset-0 disabled:opacity-60'

/** What can only be read has the edge of a card, not of a control. A list to choose from counts as read-only for browsers. */
const READ_ONLY_CLASS = 'read-only:enabled:border-line read-only:enabled:bg-hover'

export function Input({ className, ...rest }: ComponentProps<'input'>) {
  const takesDigits = rest.type === 'number' ? { onBeforeInput: typeLatinDigits } : {}
  return <input {...takesDigits} {...rest} className={clsx(INPUT_CLASS, READ_ONLY_CLASS, 'h-10', className)} />
}

/** Types the digits of other keyboards as those that a number is made of; the browser would ignore them. */
function typeLatinDigits(event: InputEvent<HTMLInputElement>): void {
  const latin = latinDigits(event.data)
  if (latin === event.data) return
  event.preventDefault()
  document.execCommand('insertText', false, latin)
}

export function TextArea({ className, ...rest }: ComponentProps<'textarea'>) {
  return <textarea rows={3} {...rest} className={clsx(INPUT_CLASS, READ_ONLY_CLASS, 'py-2', className)} />
}
