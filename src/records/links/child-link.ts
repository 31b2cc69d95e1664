/** Why one child has two identifiers. */
export type LinkKind = 'merged' | 'returned' | 'adopted';

/** What each kind means, in words for a form and for a child’s page. */
export const LINK_KIND_NAMES: Readonly<Record<LinkKind, string>> = {
  merged: 'Two identifiers were given to the same child by mistake',
  returned: 'The child came back into care and was given another identifier',
  adopted: 'The child was adopted and is looked after again under another identifier',
};

/** An identifier that follows another. */
export interface ChildLink {
  /** The import, without files of its own, that made it. */
  readonly importId: string;
  readonly childId: string;
  readonly follows: string;
  readonly kind: LinkKind;
  /** Whether it stands; not before it is made, and not when it is undone. */
  readonly stands: boolean;
  readonly linkedBy: string;
  readonly linkedAt: Date;
  /** How many records followed and how many did not, the other identifier having one of the same key; null before it is made. */
  readonly moved: number | null;
  readonly leftOut: number | null;
}

/** A link to be made: which identifier follows which, and the import that stands for it. */
export type LinkToMake = Pick<ChildLink, 'importId' | 'childId' | 'follows'>;
