import { signUpInput } from '@astralis/core/people/auth-input'
import { filled } from './filled.ts'

const { organizationName, name, email } = signUpInput.shape

/** The form of signing up. */
export const signUpSchema = signUpInput.extend({
  organizationName: filled(organizationName, 'Enter what your organization is called.'),
  name: filled(name, 'Enter your name.'),
  email: filled(email, 'Enter your e-mail address.'),
})
