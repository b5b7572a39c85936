import { ACTION_SAMPLES } from './action-samples.tsx'
import { FORM_SAMPLES } from './form-samples.tsx'
import { LAYOUT_SAMPLES } from './layout-samples.tsx'
import { MESSAGE_SAMPLES } from './message-samples.tsx'

/** Every component of `ui/`. */
export const SAMPLES = [...ACTION_SAMPLES, ...FORM_SAMPLES, ...MESSAGE_SAMPLES, ...LAYOUT_SAMPLES]
