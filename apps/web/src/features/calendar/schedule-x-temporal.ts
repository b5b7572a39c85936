import { Temporal } from '@astralis/core/temporal'

// Schedule-X reads the global, and compares with `instanceof`: it must be the very polyfill that the app uses, so it
// replaces a native one too. Import this file before Schedule-X.
globalThis.Temporal = Temporal
