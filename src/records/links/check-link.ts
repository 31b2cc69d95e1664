import { WellplacedError } from '../../core/errors.ts';

/** What a link is judged by, as it stands in the transaction that makes it. */
export interface LinkFacts {
  /** Whether the council knows each of them, as far as whoever links may see. */
  readonly known: ReadonlySet<string>;
  readonly restricted: ReadonlySet<string>;
  /** By identifier the one that it follows. */
  readonly follows: ReadonlyMap<string, string>;
}

function refuse(code: string, message: string, remedy: string): WellplacedError {
  return new WellplacedError(code, message, remedy);
}

/**
 * Throws a WellplacedError where one identifier cannot follow another: they are the same, one is not
 * known or restricted, or one follows some other already.
 */
export function checkLink(childId: string, follows: string, facts: LinkFacts): void {
  if (childId === follows) {
    throw refuse(
      'link-to-itself',
      'These are one and the same identifier.',
      'Enter the other one.',
    );
  }
  for (const each of [childId, follows]) {
    if (!facts.known.has(each)) {
      throw refuse(
        'link-child-unknown',
        `There is no child ${each} in these records, or you may not see the child.`,
        'Check the identifier as the returns write it.',
      );
    }
    if (facts.restricted.has(each)) {
      throw refuse(
        'link-restricted',
        `Who may see child ${each} is restricted, and a link would show what is recorded of the child to others.`,
        'End the restriction, link the identifiers, and restrict the child again: that then covers both.',
      );
    }
    const other = facts.follows.get(each);
    if (other !== undefined) {
      throw refuse(
        'linked-already',
        `Child ${each} is linked already: everything recorded of the child stands under ${other}.`,
        `Link ${other}, or undo that link first.`,
      );
    }
  }
}
