import { type RawBuilder, sql } from 'kysely';
import { addMonths, type PlainDate } from '../../core/plain-date.ts';
import { PLACEMENT_GROUPS } from '../codes/placement-group.ts';
import type { ChildrenFilter } from '../paths.ts';
import { areaOf, CHILD_NAME, GROUP_POSITION, MILES, tidyPostcode } from './children-expressions.ts';

/** Whose children, on which night, and how the list is narrowed. */
export interface Selection {
  readonly authority: string;
  readonly night: PlainDate;
  /** ONS codes of the council's own area. */
  readonly areaCodes: readonly string[];
  readonly filter: Omit<ChildrenFilter, 'on'>;
  /** Children whose pseudonym was searched for. */
  readonly named: readonly string[];
}

const EPISODE = sql.raw(
  'e.decom, e.dec, e.ls, e.place, e.place_provider, e.urn, e.home_post, e.pl_post',
);

/**
 * Each child with one episode: the one that holds the night (DECOM ≤ night, DEC empty or later),
 * short breaks (V3, V4) left out or the only ones; of all known children, the latest that began.
 */
function subjects({ authority, night, filter }: Selection, childIds?: readonly string[]) {
  const some = childIds === undefined ? sql`` : sql`and e.child_id = any(${childIds})`;
  if (filter.known === 'all') {
    const those = childIds === undefined ? sql`` : sql`and known.child_id = any(${childIds})`;
    return sql`select known.child_id, ${EPISODE} from child known
      left join (select distinct on (e.child_id) e.child_id, ${EPISODE} from episode e
        where e.authority_id = ${authority} and e.decom <= ${night} ${some}
        order by e.child_id, e.decom desc) e on e.child_id = known.child_id
      where known.authority_id = ${authority} ${those}
        and not exists (select from child_link where authority_id = ${authority}
          and child_id = known.child_id and stands)`;
  }
  const breaks =
    filter.shortBreaks === 'yes'
      ? sql`e.ls in ('V3', 'V4')`
      : sql`(e.ls is null or e.ls not in ('V3', 'V4'))`;
  return sql`select e.child_id, ${EPISODE} from episode e
    where e.authority_id = ${authority} and e.decom <= ${night}
      and (e.dec is null or e.dec > ${night}) and ${breaks} ${some}`;
}

/** What each child's package costs a week on the night, and who is paid most of it. */
function packages({ authority, night }: Selection, childIds?: readonly string[]) {
  const some = childIds === undefined ? sql`` : sql`and child_id = any(${childIds})`;
  return sql`select child_id, sum(weekly_rate)::bigint as weekly,
      (array_agg(provider order by weekly_rate desc, provider) filter (where provider <> ''))[1] as payee
    from cost_element
    where authority_id = ${authority} and from_date <= ${night}
      and (to_date is null or to_date > ${night}) ${some}
    group by child_id`;
}

/** When each child's latest period of care began: with reason S, or after a gap; short breaks are none. */
function periods(selection: Selection) {
  const { authority, night } = selection;
  return sql`select child_id, max(decom) as since from (
      select e.child_id, e.decom, e.rne,
        lag(e.dec) over (partition by e.child_id order by e.decom) as before
      from episode e where e.authority_id = ${authority} and e.decom <= ${night}
        and (e.ls is null or e.ls not in ('V3', 'V4'))
        and e.child_id in (select child_id from (${subjects(selection)}) chosen)
    ) spans where rne = 'S' or before is distinct from decom group by child_id`;
}

/** Text to be found anywhere in a column, its own wildcards taken as they stand. */
function containing(text: string): string {
  return `%${text.replace(/[\\%_]/g, '\\$&')}%`;
}

function conditions({
  authority,
  night,
  areaCodes,
  filter,
  named,
}: Selection): RawBuilder<unknown>[] {
  const { group, legalStatus, area, far, age, uasc, search, provider } = filter;
  const wanted: RawBuilder<unknown>[] = [];
  if (group !== undefined) {
    wanted.push(sql`${GROUP_POSITION} = ${sql.lit(PLACEMENT_GROUPS.indexOf(group))}`);
  }
  if (legalStatus !== undefined) wanted.push(sql`s.ls = ${legalStatus}`);
  if (filter.known === 'all' && filter.shortBreaks === 'yes') {
    wanted.push(sql`s.ls in ('V3', 'V4')`);
  }
  if (area !== undefined) wanted.push(sql`${areaOf(areaCodes)} = ${area}`);
  if (far === 'yes') wanted.push(sql`${areaOf(areaCodes)} = 'out' and ${MILES} > 20`);
  if (age === '16plus') wanted.push(sql`c.dob <= ${addMonths(night, -16 * 12)}`);
  if (uasc === 'yes')
    wanted.push(sql`u.child_id is not null and (u.duc is null or u.duc > ${night})`);
  if (search !== undefined) {
    wanted.push(
      sql`(s.child_id like ${containing(search.toUpperCase())} or s.child_id = any(${named})
        or ${CHILD_NAME} ilike ${containing(search)}
        or s.child_id in (select follows from child_link where authority_id = ${authority}
          and stands and child_id like ${containing(search.toUpperCase())}))`,
    );
  }
  if (provider !== undefined) {
    const like = containing(provider);
    wanted.push(
      sql`(s.urn = ${provider.toUpperCase()} or registered.name ilike ${like} or w.payee ilike ${like})`,
    );
  }
  return wanted;
}

/** What a query needs of the selection. */
export interface Needs {
  /** Only these of the selected children. */
  readonly childIds?: readonly string[];
  /** Whether it reads where placements lie. */
  readonly located?: boolean;
}

/**
 * The subjects with their postcodes tidied. The fence (offset 0) makes them values before the
 * directory is looked into, so that its index can be used under row security.
 */
function locatedSubjects(selection: Selection, needs: Needs): RawBuilder<unknown> {
  const { authority } = selection;
  return sql`(select tidied.*, ${tidyPostcode('tidied.pl_post')} as there_post,
      ${tidyPostcode('tidied.home_post')} as home_tidied
      from (${subjects(selection, needs.childIds)}) tidied offset 0) s
    left join postcode there on there.authority_id = ${authority} and there.postcode = s.there_post
    left join postcode home on home.authority_id = ${authority} and home.postcode = s.home_tidied`;
}

/**
 * The tables of the list joined and narrowed, as FROM and WHERE: `s` the child's episode, `c` the
 * child, `w` the package, `there` and `home` the postcodes where they are needed. Other joins that a
 * query does not use cost nothing: each is on a key, so the database leaves it out.
 */
export function selected(selection: Selection, needs: Needs = {}): RawBuilder<unknown> {
  const { authority, filter } = selection;
  const wanted = conditions(selection);
  const where = wanted.length === 0 ? sql`` : sql`where ${sql.join(wanted, sql` and `)}`;
  const located = needs.located || filter.area !== undefined || filter.far !== undefined;
  const from = located
    ? locatedSubjects(selection, needs)
    : sql`(${subjects(selection, needs.childIds)}) s`;
  return sql`from ${from}
    left join child c on c.authority_id = ${authority} and c.child_id = s.child_id
    left join child_name called on called.authority_id = ${authority}
      and called.child_id = s.child_id
    left join uasc u on u.authority_id = ${authority} and u.child_id = s.child_id
    left join provider registered on registered.authority_id = ${authority}
      and registered.urn = s.urn
    left join (${packages(selection, needs.childIds)}) w on w.child_id = s.child_id
    left join (${periods(selection)}) period on period.child_id = s.child_id
    ${where}`;
}
