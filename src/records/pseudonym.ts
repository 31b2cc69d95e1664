import { createHmac } from 'node:crypto';

/** Letters and digits that are not mistaken for one another. */
const ALPHABET = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';
const LENGTH = 7;

/**
 * Names that stand for children where their identifiers must not: the same child always has the
 * same one within a council, and without the council's secret nobody can go from one to the other.
 */
export function pseudonymsBy(secret: string): (childId: string) => string {
  return (childId) => {
    const digest = createHmac('sha256', secret).update(childId).digest();
    let name = '';
    for (let at = 0; at < LENGTH; at += 1) {
      name += ALPHABET[(digest[at] ?? 0) % ALPHABET.length];
    }
    return `P-${name}`;
  };
}
