import { FlaskConical } from 'lucide-react'
import { Banner } from '../../ui/banner.tsx'

/** Says that "Google" is not Google. */
export function DemoNote() {
  return (
    <Banner tone="info" icon={FlaskConical} title="Demo: a stand-in of Google">
      <p>
        This installation has no credentials of Google, so “Connect” leads to a stand-in on this machine with made-up
        calendars. Nothing leaves this machine.
      </p>
    </Banner>
  )
}

/** Says what whoever runs the product has to do before anybody can connect. */
export function NoCredentials() {
  return (
    <Banner tone="warning" title="Google is not set up here yet">
      <p>
        Whoever runs this installation sets <code>GOOGLE_CALENDAR_CLIENT_ID</code> and{' '}
        <code>GOOGLE_CALENDAR_CLIENT_SECRET</code>. Where they come from, step by step, is in the README under “Linking
        Google calendars”.
      </p>
    </Banner>
  )
}
