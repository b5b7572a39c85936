/**
 * The one import of the Temporal polyfill. Schedule-X compares with `instanceof`, so a second copy of the
 * polyfill in the workspace would break the calendar without an error message.
 */
export { Temporal } from 'temporal-polyfill'
