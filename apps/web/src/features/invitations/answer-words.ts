import type { Answer } from './answers.ts'

/** What people say, as in the mail. */
export const ANSWER_WORDS: Record<Answer, string> = { accepted: 'Yes', tentative: 'Maybe', declined: 'No' }

/** For the answer that was chosen in the mail and waits to be given. */
export const CONFIRM_WORDS: Record<Answer, string> = {
  accepted: 'Confirm: Yes, I’ll be there',
  tentative: 'Confirm: Maybe, I’m not sure yet',
  declined: 'Confirm: No, I can’t come',
}
