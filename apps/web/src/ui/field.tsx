import { CircleAlert } from 'lucide-react'
import { useId, type ReactNode } from 'react'

/** What a control needs to be tied to its label, hint and error. */
export interface FieldControl {
  id: string
  'aria-describedby': string | undefined
  'aria-invalid': boolean
}

interface FieldProps {
  label: string
  hint?: ReactNode
  error?: string | undefined
  isOptional?: boolean
  children: (control: FieldControl) => ReactNode
}

/** A labelled control; its error stands below it, in words, and is read out when it appears. */
export function Field({ label, hint, error, isOptional = false, children }: FieldProps) {
  const id = useId()
  const noteId = `${id}-note`
  const hasNote = Boolean(error ?? hint)
  return (
    <div className="flex min-w-0 flex-col gap-1.5">
      <label htmlFor={id} className="text-[0.8125rem] font-medium text-ink">
        {label}
        {isOptional && <span className="font-normal text-muted"> (optional)</span>}
      </label>
      {children({ id, 'aria-describedby': hasNote ? noteId : undefined, 'aria-invalid': Boolean(error) })}
      {error ? (
        <FieldError id={noteId} message={error} />
      ) : (
        hint && (
          <p id={noteId} className="text-[0.8125rem] text-muted">
            {hint}
          </p>
        )
      )}
    </div>
  )
}

export function FieldError({ id, message }: { id?: string; message: string }) {
  return (
    <p id={id} role="alert" className="flex items-start gap-1.5 text-[0.8125rem] text-error-strong">
      <CircleAlert aria-hidden className="mt-0.5 size-3.5 shrink-0" />
      {message}
    </p>
  )
}
