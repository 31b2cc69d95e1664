import { dateInFigures, type PlainDate } from '../../core/plain-date.ts';
import type { RowFinding } from '../intake/files/rejection.ts';
import type { ReturnModuleKind } from './return-module.ts';

import { upnFault } from './upn.ts';

type Values = readonly (string | null)[];
type Told = Pick<RowFinding, 'rule' | 'column' | 'value' | 'message'>;

/** Nobody older is in a return: care leavers are until 25 (OC3). */
const OLDEST = 26;
/** Nobody is looked after longer: from birth to the eighteenth birthday, in short breaks a little more. */
const LONGEST = 21;
/** From this day supported accommodation is registered (K3) and independent living (P2) is no placement of a new episode (DfE rule 217t). */
const NO_MORE_P2 = '2023-10-28';
/** Placements that are reported without a provider (SSDA903 guide). */
const WITHOUT_PROVIDER = /^(?:T[0-4]|Z1\d?)$/;
const NEVER_OWN_OR_OTHER_AUTHORITY = new Set(['P1', 'R2', 'R5']);
const NEVER_OTHER_PUBLIC = /^(?:P1|A[3-6]|K[12]|U[1-6])$/;

function figures(day: string): string {
  return dateInFigures(day as PlainDate);
}

/** Whether the guide allows the provider for the placement: PR0 with parents and no other, and so on. */
function mayProvide(place: string, provider: string): boolean {
  switch (provider) {
    case 'PR0':
      return place === 'P1';
    case 'PR1':
    case 'PR2':
      return !NEVER_OWN_OR_OTHER_AUTHORITY.has(place);
    case 'PR3':
      return !NEVER_OTHER_PUBLIC.test(place);
    default:
      return place !== 'P1';
  }
}

function ofBirth(born: string, returnYear: number): Told | undefined {
  const value = figures(born);
  if (born > `${returnYear}-03-31`) {
    const message = `DOB ${value} is after 31 March ${returnYear}, the end of the return’s year.`;
    return { rule: 'born-after-return', column: 'DOB', value, message };
  }
  if (born >= `${returnYear - 1 - OLDEST}-04-01`) return undefined;
  const message = `DOB ${value} makes the child over ${OLDEST} in the return of ${returnYear}.`;
  return { rule: 'date-of-birth-unlikely', column: 'DOB', value, message };
}

function ofUpn(upn: string): Told | undefined {
  const fault = upnFault(upn);
  if (fault === undefined) return undefined;
  return { rule: 'upn-unlikely', column: 'UPN', value: upn, message: `UPN ${upn} ${fault}.` };
}

function ofStart(decom: string, returnYear: number): Told | undefined {
  if (decom >= `${returnYear - 1 - LONGEST}-04-01`) return undefined;
  const value = figures(decom);
  const message = `DECOM ${value} is over ${LONGEST} years before the return of ${returnYear}: no childhood is so long.`;
  return { rule: 'start-unlikely', column: 'DECOM', value, message };
}

function ofProvider(place: string, provider: string | null): Told | undefined {
  const column = 'PLACE_PROVIDER';
  if (provider === null) {
    if (WITHOUT_PROVIDER.test(place)) return undefined;
    const message = `PLACE ${place} needs a provider and PLACE_PROVIDER is empty.`;
    return { rule: 'provider-missing', column, value: null, message };
  }
  if (WITHOUT_PROVIDER.test(place) || mayProvide(place, provider)) return undefined;
  const message = `PLACE_PROVIDER ${provider} cannot provide a placement of type ${place}.`;
  return { rule: 'provider-impossible', column, value: provider, message };
}

function ofPlace(place: string, decom: string): Told | undefined {
  if (place !== 'P2' || decom < NO_MORE_P2) return undefined;
  const message = `PLACE P2 is no placement for an episode from ${figures(NO_MORE_P2)} on, and this one starts on ${figures(decom)}: registered supported accommodation is K3.`;
  return { rule: 'placement-no-longer-allowed', column: 'PLACE', value: place, message };
}

/**
 * What the values of an accepted row cannot be together, or in any childhood: `born-after-return`,
 * `date-of-birth-unlikely`, `start-unlikely`, `upn-unlikely`; `provider-missing` and `provider-impossible` for the
 * type of placement, `placement-no-longer-allowed` (SSDA903 guide; DfE rule 217t). `has` says which
 * columns the file holds: what the whole file lacks is not told again on each row.
 */
export function senseChecker(
  kind: ReturnModuleKind,
  names: readonly string[],
  has: (column: string) => boolean,
  returnYear: number | undefined,
): ((values: Values) => readonly Told[]) | undefined {
  const at = (name: string) => names.indexOf(name);
  if (kind === 'header') {
    const [dob, upn] = [at('DOB'), at('UPN')];
    return (values) => {
      const [born, pupil] = [values[dob] ?? null, values[upn] ?? null];
      const told = [
        born === null || returnYear === undefined ? undefined : ofBirth(born, returnYear),
        pupil === null ? undefined : ofUpn(pupil),
      ];
      return told.filter((one) => one !== undefined);
    };
  }
  if (kind !== 'episodes') return undefined;
  const [decomAt, placeAt, providerAt] = [at('DECOM'), at('PLACE'), at('PLACE_PROVIDER')];
  const hasProvider = has('PLACE_PROVIDER');
  return (values) => {
    const place = values[placeAt] ?? '';
    const decom = values[decomAt] ?? '';
    const told = [
      returnYear === undefined ? undefined : ofStart(decom, returnYear),
      hasProvider ? ofProvider(place, values[providerAt] ?? null) : undefined,
      ofPlace(place, decom),
    ];
    return told.filter((one) => one !== undefined);
  };
}
