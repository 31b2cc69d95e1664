/** The pence that a record says, whatever its table. */
export function penceOfRecord(record: string): string {
  return `coalesce((${record} ->> 'weekly_rate')::bigint, (${record} ->> 'gross')::bigint,
    (${record} ->> 'annual')::bigint, 0)`;
}

/** The nights in care of the year before a day that a record of an episode holds. */
export function nightsOfRecord(record: string, day: string): string {
  const from = `(${record} ->> 'decom')::date`;
  const to = `(${record} ->> 'dec')::date`;
  return `greatest(0, least(coalesce(${to}, ${day}), ${day}) - greatest(${from}, ${day} - 365))`;
}
