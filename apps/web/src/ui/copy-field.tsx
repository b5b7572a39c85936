import { Check, Copy } from 'lucide-react'
import { useRef, useState } from 'react'
import { Button } from './button.tsx'
import { Field } from './field.tsx'
import { Input } from './input.tsx'

interface CopyFieldProps {
  label: string
  value: string
}

const OUTCOMES = { copied: 'Copied.', marked: 'This browser does not let pages copy: press Ctrl+C, or ⌘C.' } as const

/** A text to take elsewhere. Where the browser does not let pages copy, it is marked for Ctrl+C. */
export function CopyField({ label, value }: CopyFieldProps) {
  const input = useRef<HTMLInputElement>(null)
  const [outcome, setOutcome] = useState<keyof typeof OUTCOMES | null>(null)
  const copy = async () => {
    input.current?.select()
    try {
      await navigator.clipboard.writeText(value)
      setOutcome('copied')
    } catch {
      setOutcome('marked')
    }
  }
  return (
    <Field label={label}>
      {(control) => (
        <>
          <div className="flex gap-2">
            <Input {...control} ref={input} value={value} readOnly spellCheck={false} className="font-mono text-xs" />
            <Button onClick={() => void copy()} className="h-10">
              {outcome === 'copied' ? (
                <Check aria-hidden className="size-4" />
              ) : (
                <Copy aria-hidden className="size-4" />
              )}
              Copy
            </Button>
          </div>
          <p role="status" className="min-h-5 text-[0.8125rem] text-muted">
            {outcome && OUTCOMES[outcome]}
          </p>
        </>
      )}
    </Field>
  )
}
