import { runStaticChecks } from './test/static-checks.ts'

/** `npm run verify`: everything that can be known without running the product. */
if ((await runStaticChecks()) > 0) process.exitCode = 1
