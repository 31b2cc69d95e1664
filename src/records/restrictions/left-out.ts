import type { ReadingRequest } from '../../platform/http/route.ts';
import { RESTRICTED_LEFT_OUT } from '../reports/weekly-report/report.ts';
import { hidesSome } from './seen-by.ts';

/** What a list of children says to a reader from whom some child is hidden; nothing to anybody else. */
export async function restrictedLeftOut(request: ReadingRequest): Promise<string | undefined> {
  return (await hidesSome(request)) ? RESTRICTED_LEFT_OUT : undefined;
}
