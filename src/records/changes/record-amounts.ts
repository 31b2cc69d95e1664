/**
 * The pence that a record says, whatever its table; the weekly rate of a cost only where the cost holds
 * the night of a day, for rates of costs long over, or of one cost after another, add up to nothing.
 */
export function penceOfRecord(record: string, day: string): string {
  const from = `(${record} ->> 'from_date')::date`;
  const to = `(${record} ->> 'to_date')::date`;
  return `coalesce(
    case when ${from} <= ${day} and coalesce(${to} > ${day}, true)
      then (${record} ->> 'weekly_rate')::bigint end,
    (${record} ->> 'gross')::bigint, (${record} ->> 'annual')::bigint,
    (${record} ->> 'amount')::bigint, 0)`;
}

/** The nights in care of the year before a day that a record of an episode holds. */
export function nightsOfRecord(record: string, day: string): string {
  const from = `(${record} ->> 'decom')::date`;
  const to = `(${record} ->> 'dec')::date`;
  return `greatest(0, least(coalesce(${to}, ${day}), ${day}) - greatest(${from}, ${day} - 365))`;
}
