import { z } from 'zod'

/**
 * A path of this site, such as `/calendar?day=2026-03-01`. Browsers read `//host`, `/\host` and, because they drop tabs and
 * line breaks, `/<tab>/host` as addresses of other sites.
 */
const OWN_PATH = /^\/(?![/\\])[^\p{Cc}\\]*$/u

export const ownPathSchema = z
  .string()
  .max(500, 'Expected at most 500 characters.')
  .regex(OWN_PATH, 'Expected a path of this site.')
