import { ACTIVITY_FORMATS, type ActivityFormat } from '@astralis/core/activity/activity-input'
import { useMutation } from '@tanstack/react-query'
import { Download } from 'lucide-react'
import { useState } from 'react'
import { describeProblem } from '../../lib/problem.ts'
import { Button } from '../../ui/button.tsx'
import { notify, notifyProblem } from '../../ui/toast.tsx'
import type { ActivityFilter } from './activity-filter.ts'
import { exportLog } from './export-log.ts'
import { saveFile } from './save-file.ts'

/** Saves what the filter lets through as a file. */
export function ExportButtons({ filter }: { filter: ActivityFilter }) {
  const [parts, setParts] = useState(0)
  const save = useMutation({
    mutationFn: (format: ActivityFormat) => exportLog(filter, format, setParts),
    onMutate: () => setParts(0),
    onSuccess: (file) => {
      saveFile(file)
      notify(`Saved as ${file.fileName}`)
    },
    onError: (error) => notifyProblem('The log was not exported', describeProblem(error).message),
  })
  return (
    <div className="flex items-center gap-2">
      <span role="status" className="text-[0.8125rem] text-muted">
        {save.isPending && parts > 0 && `Part ${parts + 1} …`}
      </span>
      {ACTIVITY_FORMATS.map((format) => {
        const isBusy = save.isPending && save.variables === format
        return (
          <Button
            key={format}
            size="small"
            isBusy={isBusy}
            disabled={save.isPending && !isBusy}
            onClick={() => save.mutate(format)}
          >
            {!isBusy && <Download aria-hidden className="size-4" />}
            <span>
              <span className="max-sm:sr-only">Export </span>
              {format.toUpperCase()}
            </span>
          </Button>
        )
      })}
    </div>
  )
}
