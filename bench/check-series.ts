import assert from 'node:assert/strict'
import postgres from 'postgres'

interface Expected {
  series: number
  /** Of each series. */
  occurrences: number
  shares: number
}

/** There are so many series, each with so many occurrences at the same times; ids and people are all that differs. */
export async function checkSeries(databaseUrl: string, expected: Expected): Promise<void> {
  const owner = postgres(databaseUrl, { max: 1 })
  const [stored] = await owner`
    with occurrences as (
      select e.series_id, count(*) as shares,
        concat_ws(' ', e.starts_at, e.ends_at, e.original_starts_at, e.version, e.status, e.shows_as, e.title,
          array_agg((p.status, p.is_organizer, p.is_optional, p.starts_at, p.ends_at, p.event_blocks,
            p.event_takes_time) order by p.is_organizer)) as content
      from events e join participants p on p.org_id = e.org_id and p.event_id = e.id
      where e.series_id is not null group by e.org_id, e.id
    ), contents as (
      select count(*) as occurrences, sum(shares) as shares, md5(string_agg(content, ';' order by content)) as content
      from occurrences group by series_id
    )
    select count(*)::int as series, max(occurrences)::int as occurrences, max(shares)::int as shares,
      count(distinct content)::int as contents
    from contents`
  await owner.end()
  assert.deepEqual({ ...stored }, { ...expected, contents: 1 })
}
