import { EventEditor } from '../events/event-editor.tsx'
import type { EventFormValues } from '../events/event-form-values.ts'

interface TeamEditorProps {
  initialValues: EventFormValues
  onClose: () => void
  onValuesChange: (values: EventFormValues) => void
}

/** The form for a time that was found on the grid, to which the focus returns. */
export default function TeamEditor(props: TeamEditorProps) {
  return (
    <EventEditor
      event={null}
      returnFocus={() => document.querySelector<HTMLElement>('[role="grid"][tabindex="0"]')}
      {...props}
    />
  )
}
