import type { Server } from 'node:net';
/** Lets a server listen on this machine alone; the port that the system chose. */
export declare function listen(server: Server): Promise<number>;
