import type { Fault } from '@astralis/calendars/testing/google-stand-in/faults'
import { about, COMMIT, type Step } from './strike-after.ts'
import * as prepare from './sync-preparations.ts'

/** What can be seen of a member's events, and of what waits, right after a worker was killed over them. */
export interface SyncTrace {
  /** How many take place. */
  here: number
  there: number
  /** Items that Google is to be told of. */
  waiting: number
  isPullWaiting: boolean
}

export interface SyncKillPoint {
  name: string
  prepare: prepare.Prepare
  /** The worker dies when Google has this request before it, or in place of sending the last of these statements. */
  at: Fault | readonly Step[]
  /** Of what others do at the same time nothing is said. */
  leaves: Partial<SyncTrace>
  /** What it is to come to in the end. */
  ends: 'in-step' | 'disconnected' | 'released'
}

const PUT_LINKS = about(/^\s*insert into links \(org_id, id, calendar_id, remote_id/)
const FIND_UNSEEN = about(/^select [\s\S]* from "links" where [\s\S]*"generation" < /)
const CHECK_CLAIM = about(/^update "calendars" set [\s\S]*"claim" = /)
const END_LIST = about(/^update "calendars" set [\s\S]*"pulled_at" = /)
const END_PULL = about(/^\s*update calendars set pull_requested_at = null/)
const STORE_TOKENS = about(/^update "connections" set "access_token" = /)
const STORE_CHANNEL = about(/^update "calendars" set [\s\S]*"channel_id" = [\s\S]*"watch_at" = /)
const CLEAR_CHANNEL = about(/^update "calendars" set "channel_id" = /)
const DELETE_LINKS = about(/^\s*delete from links/)
const LOCK_LEFT = about(/for share of c, n/)

const before = (method: string): Fault => ({ kind: 'hang-before', methods: [method] })
const after = (method: string): Fault => ({ kind: 'hang-after', methods: [method] })

const PULLING = { waiting: 0, isPullWaiting: true }
const PUSHING = { waiting: 1, isPullWaiting: false }
const NOTHING = { waiting: 0, isPullWaiting: false }

const FIRST = { prepare: prepare.firstImport, ends: 'in-step' } as const
const RESYNC = { prepare: prepare.resync, ends: 'in-step' } as const
const PULL = { prepare: prepare.incrementalPull, ends: 'in-step' } as const
const INSERT = { prepare: prepare.pushOfInsert, ends: 'in-step' } as const
const UPDATE = { prepare: prepare.pushOfUpdate, ends: 'in-step' } as const
const DELETE = { prepare: prepare.pushOfDelete, ends: 'in-step' } as const
const REFRESH = { prepare: prepare.tokenRefresh, ends: 'in-step' } as const
const RENEW = { prepare: prepare.channelRenewal, ends: 'in-step' } as const
const CLOSE = { prepare: prepare.leaveOfAccount, ends: 'disconnected' } as const
const RELEASE = { ends: 'released' } as const

const page = (number: number): Fault => ({ kind: 'hang-before', methods: ['list'], page: number })

/** Where a worker is killed, by what it is at. */
export const SYNC_KILL_POINTS: readonly SyncKillPoint[] = [
  { ...FIRST, name: 'first import: between two pages', at: page(2), leaves: { here: 280, there: 323, ...PULLING } },
  {
    ...FIRST,
    name: 'first import: between two chunks of a page',
    at: [PUT_LINKS, COMMIT, CHECK_CLAIM],
    leaves: { here: 250, there: 323, ...PULLING },
  },
  {
    ...FIRST,
    name: 'first import: in the middle of a transaction',
    at: [PUT_LINKS],
    leaves: { here: 0, there: 323, ...PULLING },
  },
  {
    ...FIRST,
    name: 'first import: all is here, and that it is not noted',
    at: [END_LIST],
    leaves: { here: 323, there: 323, ...PULLING },
  },
  { ...RESYNC, name: 'full resync: between two pages', at: page(2), leaves: { here: 200, there: 155, ...PULLING } },
  {
    ...RESYNC,
    name: 'full resync: in the middle of removing what is gone',
    at: [FIND_UNSEEN, PUT_LINKS],
    leaves: { here: 205, there: 155, ...PULLING },
  },
  {
    ...RESYNC,
    name: 'full resync: all is removed, and that it is not noted',
    at: [END_LIST],
    leaves: { here: 155, there: 155, ...PULLING },
  },
  { ...PULL, name: 'pull: applied, not committed', at: [PUT_LINKS, COMMIT], leaves: { here: 4, there: 4, ...PULLING } },
  { ...PULL, name: 'pull: committed, still asked for', at: [END_PULL], leaves: { here: 4, there: 4, ...PULLING } },
  { ...INSERT, name: 'insert: not sent', at: before('insert'), leaves: { here: 1, there: 0, ...PUSHING } },
  { ...INSERT, name: 'insert: applied, not answered', at: after('insert'), leaves: { here: 1, there: 1, ...PUSHING } },
  {
    ...INSERT,
    name: 'insert: answered, not remembered',
    at: [PUT_LINKS, PUT_LINKS],
    leaves: { here: 1, there: 1, ...PUSHING },
  },
  { ...UPDATE, name: 'update: not sent', at: before('patch'), leaves: { here: 2, there: 2, ...PUSHING } },
  { ...UPDATE, name: 'update: applied, not answered', at: after('patch'), leaves: { here: 2, there: 2, ...PUSHING } },
  { ...UPDATE, name: 'update: answered, not remembered', at: [PUT_LINKS], leaves: { here: 2, there: 2, ...PUSHING } },
  { ...DELETE, name: 'delete: not sent', at: before('delete'), leaves: { here: 1, there: 2, ...PUSHING } },
  { ...DELETE, name: 'delete: applied, not answered', at: after('delete'), leaves: { here: 1, there: 1, ...PUSHING } },
  { ...DELETE, name: 'delete: answered, not remembered', at: [PUT_LINKS], leaves: { here: 1, there: 1, ...PUSHING } },
  {
    ...REFRESH,
    name: 'token: given, not stored',
    at: [STORE_TOKENS],
    leaves: { here: 1, there: 0, ...PUSHING },
  },
  { ...RENEW, name: 'channel: made, not answered', at: after('watch'), leaves: { here: 1, there: 1, ...NOTHING } },
  { ...RENEW, name: 'channel: made, not stored', at: [STORE_CHANNEL], leaves: { here: 1, there: 1, ...NOTHING } },
  { ...RENEW, name: 'channel: the old one not stopped', at: before('stop'), leaves: { here: 1, there: 1, ...NOTHING } },
  {
    ...CLOSE,
    name: 'disconnect: notifications stopped, channel not forgotten',
    at: [CLEAR_CHANNEL],
    leaves: { there: 2, ...NOTHING },
  },
  {
    ...CLOSE,
    name: 'disconnect: access revoked, tokens not erased',
    at: [STORE_TOKENS],
    leaves: { there: 2, ...NOTHING },
  },
  {
    ...RELEASE,
    prepare: prepare.release(150),
    name: 'release: in the middle of a transaction',
    at: [DELETE_LINKS],
    leaves: { here: 150, there: 150, ...NOTHING },
  },
  {
    ...RELEASE,
    prepare: prepare.release(1000),
    name: 'release: between two transactions',
    at: [DELETE_LINKS, COMMIT, LOCK_LEFT],
    leaves: { here: 900, there: 1000, ...NOTHING },
  },
]
