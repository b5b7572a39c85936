/** How far ahead the occurrences of a series are events. */
export const HORIZON_MONTHS = 18
