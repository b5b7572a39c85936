interface ErrorOptions {
  domain?: string
  location?: string
  locationType?: string
  headers?: Record<string, string>
}

/** An answer of the Calendar API that is an error, in the JSON that Google documents under "Handle API errors". */
export class GoogleError extends Error {
  override name = 'GoogleError'
  readonly status: number
  readonly reason: string
  readonly options: ErrorOptions

  constructor(status: number, reason: string, message: string, options: ErrorOptions = {}) {
    super(message)
    this.status = status
    this.reason = reason
    this.options = options
  }

  toJSON(): object {
    const { domain = 'global', location, locationType } = this.options
    const { reason, message, status } = this
    return { error: { errors: [{ domain, reason, message, locationType, location }], code: status, message } }
  }
}

export const badRequest = (message: string, reason = 'invalid') => new GoogleError(400, reason, message)
export const notFound = () => new GoogleError(404, 'notFound', 'Not Found')
export const deleted = () => new GoogleError(410, 'deleted', 'Resource has been deleted')

export const invalidCredentials = () =>
  new GoogleError(401, 'authError', 'Invalid Credentials', { locationType: 'header', location: 'Authorization' })

export const preconditionFailed = () =>
  new GoogleError(412, 'conditionNotMet', 'Precondition Failed', { locationType: 'header', location: 'If-Match' })

export const fullSyncRequired = () =>
  new GoogleError(410, 'fullSyncRequired', 'Sync token is no longer valid, a full sync is required.', {
    domain: 'calendar',
    locationType: 'parameter',
    location: 'syncToken',
  })

export const notTheOrganizer = () =>
  new GoogleError(
    403,
    'forbiddenForNonOrganizer',
    'Shared properties can only be changed by the organizer of the event.',
    {
      domain: 'calendar',
    },
  )
