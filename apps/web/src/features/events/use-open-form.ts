import { useRouter } from '@tanstack/react-router'
import type { EventFormValues } from './event-form-values.ts'
import { requestForm } from './form-request.ts'

/** Opens the calendar's form of a new event from any page: filled in, or as it is for null. */
export function useOpenForm(): (values: EventFormValues | null) => void {
  const router = useRouter()
  return (values) => {
    requestForm(values)
    if (router.state.location.pathname !== '/calendar') void router.navigate({ to: '/calendar' })
  }
}
