import { lazy, useState, type ComponentType } from 'react'

/**
 * A component that the first load is without. Where `prepare` has brought it already it is drawn at once; `lazy` alone
 * would show what stands for it first, and for at least 300 ms.
 */
export function deferred<Props extends object>(load: () => Promise<{ default: ComponentType<Props> }>) {
  let ready: ComponentType<Props> | null = null
  const bring = async () => {
    const loaded = await load()
    ready = loaded.default
    return loaded
  }
  const Waiting: ComponentType<Props> = lazy(bring)
  const Deferred = (props: Props) => {
    // For as long as it is shown: another type would begin anew and lose what was typed.
    const [Component] = useState(() => ready ?? Waiting)
    return <Component {...props} />
  }
  return Object.assign(Deferred, {
    /** What can not be loaded now is asked for again when it is drawn. */
    prepare: () => void bring().catch(() => undefined),
  })
}
