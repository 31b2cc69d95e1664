import type { Role } from '../../platform/permission/roles.ts';

/** Why a child is restricted, as the form offers it. */
export const RESTRICTION_KINDS = ['staff family', 'adoption', 'other'] as const;
export type RestrictionKind = (typeof RESTRICTION_KINDS)[number];

/** The kinds in words. */
export const RESTRICTION_KIND_NAMES: Readonly<Record<RestrictionKind, string>> = {
  'staff family': 'Family of somebody who works here',
  adoption: 'Adoption',
  other: 'Another reason',
};

/** A person as a restriction knows them: by name, with the roles held now. */
export interface RestrictionPerson {
  readonly personId: string;
  readonly name: string;
  readonly roles: readonly Role[];
}

/** A restriction that stands. */
export interface Restriction {
  readonly restrictionId: string;
  readonly childId: string;
  readonly kind: RestrictionKind;
  readonly reason: string;
  readonly restrictedBy: string;
  readonly restrictedAt: Date;
  /** Those who may see the child. */
  readonly readers: readonly RestrictionPerson[];
}

/** An opening as whoever watches over openings sees it: who, when and why, and of which restriction, not of which child. */
export interface WatchedOpening {
  readonly openingId: string;
  /** The first figures of the restriction's own number: the same for each opening of one restriction, and no trace of the child. */
  readonly restriction: string;
  readonly person: string;
  /** With every identifier and pseudonym of a restricted child taken out. */
  readonly reason: string;
  readonly openedAt: Date;
  readonly shutAt: Date;
  readonly acknowledged: { readonly by: string; readonly at: Date } | undefined;
}

/** One opening of a restricted child by somebody who is not named. */
export interface RestrictionOpening {
  readonly openingId: string;
  readonly restrictionId: string;
  readonly childId: string;
  readonly personId: string;
  readonly person: string;
  readonly reason: string;
  readonly openedAt: Date;
  readonly shutAt: Date;
  readonly acknowledged: { readonly by: string; readonly at: Date } | undefined;
}
