import type { VNode } from 'preact';
import type { CouncilTransaction } from '../database/ground.ts';
import type { IdentityTables } from '../identity/identity-tables.ts';
import type { PersonThen } from './case.ts';

/** How people are called now, by id. */
export type NamesNow = ReadonlyMap<string, string>;

/** How these people are called now. */
export async function loadNamesNow(
  tx: CouncilTransaction<IdentityTables>,
  people: readonly PersonThen[],
): Promise<NamesNow> {
  const ids = [...new Set(people.flatMap(({ personId }) => personId ?? []))];
  if (ids.length === 0) return new Map();
  const rows = await tx.db
    .selectFrom('person')
    .select(['person_id', 'name'])
    .where('authority_id', '=', tx.authority)
    .where('person_id', 'in', ids)
    .execute();
  return new Map(rows.map(({ person_id: id, name }) => [id, name]));
}

/** Who it was, by the name of today; with that of then where it was another: `Ada Byron, then called Ada Lovell`. */
export function nameThen({ personId, name }: PersonThen, now: NamesNow): string {
  const today = personId === null ? undefined : now.get(personId);
  return today === undefined || today === name ? name : `${today}, then called ${name}`;
}

/** A person and what they have to do with the case. */
export interface Involved {
  readonly who: PersonThen;
  readonly as: string;
}

/** Each person once, by id, with everything they have to do with the case; the first named first. */
export function peopleInvolved(
  involved: readonly Involved[],
  now: NamesNow,
): readonly { readonly name: string; readonly as: string }[] {
  const people = new Map<string, { name: string; as: Set<string> }>();
  for (const { who, as } of involved) {
    const key = who.personId ?? ` ${who.name}`;
    const name = (who.personId === null ? undefined : now.get(who.personId)) ?? who.name;
    const known = people.get(key) ?? { name, as: new Set<string>() };
    people.set(key, { name: known.name, as: known.as.add(as) });
  }
  return [...people.values()].map(({ name, as }) => ({ name, as: [...as].join(', ') }));
}

/** The people of a case, each with their part in it. */
export function PeopleOfCase(props: {
  readonly people: readonly { readonly name: string; readonly as: string }[];
}): VNode {
  if (props.people.length === 0) return <p class="govuk-body">Nobody has done anything yet.</p>;
  return (
    <dl class="govuk-summary-list">
      {props.people.map(({ name, as }) => (
        <div class="govuk-summary-list__row" key={name}>
          <dt class="govuk-summary-list__key">{name}</dt>
          <dd class="govuk-summary-list__value">{as}</dd>
        </div>
      ))}
    </dl>
  );
}
