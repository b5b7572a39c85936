/** The worker as it is installed. */
export interface WorkerBundle {
    main: string;
    remove: () => Promise<void>;
}
/** Builds the worker as the product is built: it starts in a third of the time that its sources take. */
export declare function bundleWorker(): Promise<WorkerBundle>;
/** The product's worker, in a process of its own. */
export interface WorkerProcess {
    /** Resolves when it takes jobs; rejects when it ends before that. */
    ready: Promise<unknown>;
    /** Resolves when it has ended, with the signal that ended it, if one did. */
    ended: Promise<NodeJS.Signals | null>;
    /** From now on it does nothing more (SIGKILL). */
    kill: () => Promise<unknown>;
}
export declare function startWorker({ main }: WorkerBundle, env: Record<string, string>): WorkerProcess;
