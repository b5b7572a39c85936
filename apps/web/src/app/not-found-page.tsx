import { useNavigate } from '@tanstack/react-router'
import { Button } from '../ui/button.tsx'
import { MessagePage } from './message-page.tsx'

export function NotFoundPage() {
  const navigate = useNavigate()
  return (
    <MessagePage
      title="There is no page here"
      actions={
        <Button variant="primary" onClick={() => void navigate({ to: '/calendar' })}>
          Go to the calendar
        </Button>
      }
    >
      The address may be mistyped, or the page has moved. Nothing of yours is lost.
    </MessagePage>
  )
}
