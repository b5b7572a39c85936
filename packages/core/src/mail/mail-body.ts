import type { MailKind } from './mail-content.ts'

/*
 * What a mail says, before it is HTML or plain text. Both are written from this, so they can not differ.
 */

/** Our own words; what somebody else wrote; an address to follow, shown as `label` where it has one. */
export type Piece = string | { user: string } | { href: string; label: string | null }
export type Line = readonly Piece[]

/** A row such as `Where: Room 2`. */
export interface Fact {
  label: string
  lines: readonly Line[]
  /** Set smaller. */
  notes: readonly Line[]
  /** Null unless it has changed; the mark says so where nothing else does. */
  change: { mark: 'new' | 'changed' | null; was: readonly Line[] } | null
}

export interface Button {
  label: string
  href: string
  isMain: boolean
}

export type Block =
  | { type: 'heading'; label: string; title: Line; intro: Line }
  | { type: 'facts'; facts: readonly Fact[] }
  | { type: 'buttons'; question: string; buttons: readonly Button[]; note: string }
  | { type: 'note'; line: Line }

export interface MailBody {
  kind: MailKind
  sender: string
  subject: string
  /** What lists of mails show beside the subject. */
  preview: Line
  blocks: readonly Block[]
  footer: readonly Line[]
}
