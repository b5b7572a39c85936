/** A Chromium to use instead of those that are looked for. */
export declare const CHROMIUM_PATH: string | undefined
/** What the browser inherits; `extra` comes on top. */
export declare function browserEnvironment(extra: Record<string, string>): Record<string, string>
/** Runs `action` while the operating system's folder for temporary files is `folder`. */
export declare function withTemporaryFolder<T>(folder: string, action: () => Promise<T>): Promise<T>
