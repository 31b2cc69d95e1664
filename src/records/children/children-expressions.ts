import { type RawBuilder, sql } from 'kysely';
import { codesOf } from '../codes/code-status.ts';
import { PLACEMENT_GROUPS, placementGroup } from '../codes/placement-group.ts';

/** Everything that JavaScript takes for a space, for PostgreSQL's regular expressions. */
const SPACES = String.raw`[\s\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff]+`;

/** A postcode column in upper case with one space before its last three characters, as the directory has it; most stand so already. */
export function tidyPostcode(column: string): RawBuilder<string> {
  const [outward, inward] = ['[A-Z]{1,2}[0-9][A-Z0-9]?', '[0-9][A-Z]{2}'];
  return sql.raw(
    `case when ${column} ~ '^${outward} ${inward}$' then ${column} else
      regexp_replace(regexp_replace(upper(${column}), '${SPACES}', '', 'g'),
        '^(${outward})(${inward})$', '\\1 \\2') end`,
  );
}

function groupCases(): string {
  const providers = codesOf('placementProvider').map(({ code }) => code);
  const cases = codesOf('placementType').flatMap(({ code: place }) => {
    const without = PLACEMENT_GROUPS.indexOf(placementGroup(place, undefined));
    const special = providers
      .map((provider) => [provider, PLACEMENT_GROUPS.indexOf(placementGroup(place, provider))])
      .filter(([, group]) => group !== without)
      .map(
        ([provider, group]) =>
          `when s.place = '${place}' and s.place_provider = '${provider}' then ${group}`,
      );
    return [...special, `when s.place = '${place}' then ${without}`];
  });
  return `case ${cases.join(' ')} else ${PLACEMENT_GROUPS.indexOf('other')} end`;
}

/** The position of the placement's group among PLACEMENT_GROUPS, by the one rule that says so. */
export const GROUP_POSITION: RawBuilder<number> = sql.raw(groupCases());

/** Where the placement lies against the council's own codes; unknown when its postcode is in no directory. */
export function areaOf(areaCodes: readonly string[]): RawBuilder<string> {
  if (areaCodes.length === 0) return sql`'unknown'`;
  return sql`case when there.local_authority is null then 'unknown'
    when there.local_authority = any(${areaCodes}) then 'in' else 'out' end`;
}

const EASTWARDS = 'home.easting - there.easting';
const NORTHWARDS = 'home.northing - there.northing';

/** Straight-line miles from home to placement, one decimal. SSDA903 PL_DISTANCE (DfE): √(ΔE² + ΔN²) ÷ 1000 ÷ 1.6093. */
export const MILES: RawBuilder<number | null> = sql.raw(
  `floor(sqrt((${EASTWARDS})::float8 ^ 2 + (${NORTHWARDS})::float8 ^ 2) / 1000 / 1.6093 * 10 + 0.5) / 10`,
);

/** The name of who provides the placement: the registered setting or agency, else who is paid most of the package. */
export const PROVIDER_NAME: RawBuilder<string | null> = sql.raw(
  'coalesce(registered.name, w.payee)',
);

/** Male and female by either of the return's two code lists. */
export const SEX: RawBuilder<string | null> = sql.raw(
  `case c.sex when '1' then 'M' when '2' then 'F' else c.sex end`,
);

/** The child's whole name; null where none is known, or where the transaction reads for somebody who may not see names. */
export const CHILD_NAME: RawBuilder<string | null> = sql.raw(
  `nullif(concat_ws(' ', called.given_name, called.family_name), '')`,
);
