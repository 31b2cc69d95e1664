import { type RawBuilder, sql } from 'kysely';
import { addDays } from '../../core/plain-date.ts';
import { withoutRunningFigures } from '../care-cost/findings.ts';
import type { Finding } from '../model.ts';
import type { FindingsFilter } from '../paths.ts';
import { subjectKeySql } from '../storage/finding-decisions.ts';
import { RECORDED_NOW } from './finding-row.ts';

/** What findings are asked for: those of the filter, or those about certain subjects. */
export type SelectedBy = FindingsFilter & { readonly subjects?: readonly string[] };

function all(conditions: readonly RawBuilder<unknown>[]): RawBuilder<unknown> {
  return conditions.length === 0 ? sql`` : sql`where ${sql.join(conditions, sql` and `)}`;
}

/** What may be asked before those alike are counted: it is the same for all of them. */
function narrowing({ severity, rule, kind, year, child }: SelectedBy): RawBuilder<unknown>[] {
  const wanted: RawBuilder<unknown>[] = [];
  if (severity !== undefined) wanted.push(sql`f.severity = ${severity}`);
  if (rule !== undefined) wanted.push(sql`f.rule = ${rule}`);
  if (kind !== undefined) wanted.push(sql`f.kind = ${kind}`);
  if (year !== undefined) wanted.push(sql`f.return_year = ${year}`);
  if (child !== undefined) wanted.push(sql`f.child_id = ${child.toUpperCase()}`);
  return wanted;
}

function standing(authority: string, by: SelectedBy): RawBuilder<unknown>[] {
  const { state, subjects, arose, ended, foundBy } = by;
  const wanted: RawBuilder<unknown>[] = [];
  if (arose !== undefined) wanted.push(sql`f.import_id = ${arose}`);
  if (ended !== undefined) wanted.push(sql`f.resolved_import_id = ${ended}`);
  if (foundBy !== undefined) {
    wanted.push(sql`f.import_id in (select import_id from import
      where authority_id = ${authority} and requested_at < ${addDays(foundBy, 1)})`);
  }
  if (state === 'resolved') wanted.push(sql`f.resolved_import_id is not null`);
  if (state === 'decided') wanted.push(sql`f.decided`);
  // An import that ended them has them resolved, and what came by one is asked for whatever became of it.
  const any = arose !== undefined || ended !== undefined;
  if (state === undefined && !any) wanted.push(sql`f.resolved_import_id is null and not f.decided`);
  if (subjects !== undefined) wanted.push(sql`f.subject_key = any(${subjects}::text[])`);
  return wanted;
}

/**
 * The stored findings and those found now, each with the latest decision on it, as one table `f`,
 * narrowed. A decision holds while as many findings say the same of the same as when it was taken.
 */
export function selectedFindings(
  authority: string,
  foundNow: readonly Finding[],
  by: SelectedBy,
): RawBuilder<unknown> {
  const column = (of: (finding: Finding) => string | undefined) => foundNow.map(of);
  return sql`from (
    select counted.*, d.decision_number, d.verdict, d.reason, d.mender, d.mender_id, d.mend_by,
      d.decided_by, d.decided_at,
      coalesce(d.verdict in ('accepted', 'to-be-mended') and d.alike = counted.alike
        and counted.resolved_import_id is null, false) as decided
    from (
      select keyed.*, (count(*) filter (where keyed.resolved_import_id is null)
        over (partition by keyed.subject_key))::int as alike
      from (
        select f.*, ${sql.raw(subjectKeySql('f', 'f.facts'))} as subject_key from (
          select severity, rule, child_id, kind, return_year, path, line, column_name, value, message,
            import_id, resolved_import_id, message as facts
          from finding where authority_id = ${authority}
          union all
          select now.severity, now.rule, now.child_id, ${RECORDED_NOW}, 0, null, null, null, null,
            now.message, null, null, now.facts
          from unnest(${column((each) => each.severity)}::text[],
            ${column((each) => each.rule)}::text[], ${column((each) => each.childId)}::text[],
            ${column((each) => each.message)}::text[],
            ${column((each) => withoutRunningFigures(each.message))}::text[])
            as now (severity, rule, child_id, message, facts)
        ) f ${all(narrowing(by))}
      ) keyed
    ) counted
    left join (
      select distinct on (subject_key) subject_key, decision_number, verdict, reason, mender,
        mender_id, mend_by, alike, decided_by, decided_at
      from finding_decision where authority_id = ${authority}
      order by subject_key, decision_number desc
    ) d on d.subject_key = counted.subject_key
  ) f ${all(standing(authority, by))}`;
}
