import { PgBoss } from 'pg-boss'

/*
 * The yardstick of the worker, as a process of its own: pg-boss with the worker's settings and options, and a handler
 * that does nothing. It is told the address of its database.
 */

const boss = new PgBoss({
  connectionString: process.argv[2] ?? '',
  max: 4,
  migrate: false,
  createSchema: false,
  useListenNotify: true,
  superviseIntervalSeconds: 10,
})
boss.on('error', (error) => console.error(error))

process.on('SIGTERM', async () => {
  await boss.stop({ graceful: true, timeout: 10_000 })
  process.exit(0)
})

const polling = { pollingIntervalSeconds: 1, notifyPollingIntervalSeconds: 1 }
await boss.start()
await boss.work('empty', { batchSize: 50, perJobResults: true, burstWhenBatchFull: true, ...polling }, async (jobs) =>
  jobs.map(({ id }) => ({ id, status: 'completed' })),
)
process.send?.('ready')
