import { useRouter, type ErrorComponentProps } from '@tanstack/react-router'
import { describeProblem } from '../lib/problem.ts'
import { Button } from '../ui/button.tsx'
import { MessagePage } from './message-page.tsx'

export function ErrorPage({ error, reset }: ErrorComponentProps) {
  const router = useRouter()
  const retry = async () => {
    await router.invalidate()
    reset()
  }
  return (
    <MessagePage
      title="This page could not be shown"
      actions={
        <>
          <Button variant="primary" onClick={() => void retry()}>
            Try again
          </Button>
          <Button onClick={() => location.reload()}>Reload the page</Button>
        </>
      }
    >
      {describeProblem(error).message}
    </MessagePage>
  )
}
