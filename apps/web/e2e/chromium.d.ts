import { type Browser } from 'playwright-core'
/** Starts a real Chromium: the one that CHROMIUM_PATH names, the system's, or the one that came with npm. */
export declare function launchChromium(): Promise<Browser>
