/** Servers and workers do not start without any. Nothing of worth is sealed here. */
export const ENCRYPTION_KEYS = `bench:${Buffer.alloc(32, 1).toString('base64')}`
