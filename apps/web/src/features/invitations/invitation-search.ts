import { isAnswer, type Answer } from './answers.ts'

/** What the address of an invitation says besides its token. */
export interface InvitationSearch {
  /** The button in the mail that was pressed. It answers nothing: programs that scan mail follow links. */
  answer?: Answer | undefined
}

/** Reads the address; what it says wrong is ignored. */
export function readInvitationSearch({ answer }: Record<string, unknown>): InvitationSearch {
  return { answer: isAnswer(answer) ? answer : undefined }
}
