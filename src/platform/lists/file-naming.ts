import { addressWith } from '../components/address.ts';
import type { ReadingRequest } from '../http/route.ts';

/** How a file names children: as the page does for the same reader, or under pseudonyms, to be handed on. */
export type FileNaming = 'as on the page' | 'under pseudonyms';

const NAMING = 'children';
const PSEUDONYMS = 'pseudonyms';

/**
 * How a file that is asked for names children; `offered` is whether it can be had under pseudonyms.
 * Undefined where it is asked for in another way, or cannot be had in this one: whoever meant
 * pseudonyms is not sent identifiers.
 */
export function namingAsked(
  { query }: Pick<ReadingRequest, 'query'>,
  offered: boolean,
): FileNaming | undefined {
  const asked = query.getAll(NAMING);
  if (asked.length === 0) return 'as on the page';
  return offered && asked.every((each) => each === PSEUDONYMS) ? 'under pseudonyms' : undefined;
}

/** The address of a file that names children so. */
export function fileAddress(path: string, query: URLSearchParams, naming: FileNaming): string {
  // What a page alone is told of, and the view by which its filters were filled in.
  const more = { page: undefined, view: undefined, opened: undefined };
  return addressWith(path, query, {
    ...more,
    [NAMING]: naming === 'under pseudonyms' ? PSEUDONYMS : undefined,
  });
}
