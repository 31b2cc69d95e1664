import type { ListedCouncil } from '../platform/database/ground.ts';

/** Of the councils, as soon as any has a host name, those that have none: told apart by it, they are not served. */
function unservedOf(councils: readonly ListedCouncil[]): readonly ListedCouncil[] {
  const without = councils.filter(({ hostName }) => hostName === undefined);
  return without.length === councils.length ? [] : without;
}

/** A sentence for each of those councils, with what to do. */
export function unservedInWords(councils: readonly ListedCouncil[]): readonly string[] {
  return unservedOf(councils).map(
    ({ code, name }) =>
      `${name} has no host name, so a "serve" that names no council does not serve it from its next start: give it one with "wellplaced council ${code} --host NAME", or serve it alone with --authority ${code}.`,
  );
}
