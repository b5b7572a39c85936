import { GoogleReturnMessage } from './google-return-message.tsx'
import { GoogleSignIn } from './google-sign-in.tsx'
import { PasswordForm } from './password-form.tsx'
import { Sessions } from './sessions.tsx'

/** How somebody signs in, and where they are signed in. */
export function SecuritySettings() {
  return (
    <>
      <GoogleReturnMessage />
      <PasswordForm />
      <GoogleSignIn />
      <Sessions />
    </>
  )
}
