import type { Pence } from '../../core/money.ts';
import { ageOn, type PlainDate } from '../../core/plain-date.ts';
import type { CellValue } from '../../platform/downloads/tabular-data.ts';
import { codeName } from '../codes/code-status.ts';
import {
  PLACEMENT_GROUP_NAMES,
  type PlacementGroup,
  placementGroup,
} from '../codes/placement-group.ts';
import type { Area } from '../model.ts';

/** One child as the list shows it, on one night. */
export interface ChildRow {
  readonly childId: string;
  /** Null where it is not known, or not for the reader. */
  readonly name: string | null;
  readonly dateOfBirth: PlainDate | null;
  readonly sex: string | null;
  /** Null for a child who has no episode by the night. */
  readonly place: string | null;
  readonly placeProvider: string | null;
  readonly providerName: string | null;
  readonly urn: string | null;
  readonly legalStatus: string | null;
  readonly area: Area;
  readonly miles: number | null;
  /** The day on which the episode shown ended, where that is not after the night. */
  readonly ended: PlainDate | null;
  readonly placementStart: PlainDate | null;
  readonly since: PlainDate | null;
  /** Whether the child was looked after before `since`, for the first episode held is no start. */
  readonly sinceBefore: boolean;
  /** What the package costs a week, whoever pays; null when no element holds the night. */
  readonly weekly: Pence | null;
}

/** The areas in words. */
export const AREA_NAMES: Readonly<Record<Area, string>> = {
  in: 'In area',
  out: 'Out of area',
  unknown: 'Not known',
};

/** The group of the child's placement; undefined for a child who has none. */
export function groupOf(row: ChildRow): PlacementGroup | undefined {
  return row.place === null ? undefined : placementGroup(row.place, row.placeProvider);
}

/** Who provides the placement, by name where it is known, else by kind of provider. */
export function providerOf({ providerName, placeProvider }: ChildRow): string | null {
  if (providerName !== null || placeProvider === null) return providerName;
  return codeName('placementProvider', placeProvider) ?? placeProvider;
}

/** Whole years of age on the night; null when no date of birth is known. */
export function ageOf({ dateOfBirth }: ChildRow, night: PlainDate): number | null {
  return dateOfBirth === null ? null : ageOn(dateOfBirth, night);
}

/** The sex in words, by either of the return's two code lists. */
export function sexOf({ sex }: ChildRow): string | null {
  return sex === null ? null : (codeName('sex', sex) ?? sex);
}

/** Said in a file of a day since when a child is looked after that is only the first that is held. */
const SINCE_BEFORE = 'Since before: the first episode held is no start';

/** A row of a file; `child` is what the file calls the child. */
export function fileRow(
  row: ChildRow,
  night: PlainDate,
  child: string,
): Readonly<Record<string, CellValue>> {
  const group = groupOf(row);
  const { place, urn, miles, placementStart, since, sinceBefore, weekly, legalStatus } = row;
  return {
    child,
    age: ageOf(row, night),
    sex: sexOf(row),
    group: group === undefined ? null : PLACEMENT_GROUP_NAMES[group],
    place,
    placement: place === null ? null : (codeName('placementType', place) ?? place),
    provider: providerOf(row),
    urn,
    legalStatus,
    area: place === null ? null : AREA_NAMES[row.area],
    miles,
    placementStart,
    since,
    sinceBefore: sinceBefore ? SINCE_BEFORE : null,
    weekly,
  };
}
