import type { PlainDate } from '../../../core/plain-date.ts';
import type { CouncilTransaction } from '../../../platform/database/ground.ts';
import { ChildRecords } from '../../history/child-records.ts';
import type { LinkToMake } from '../../links/child-link.ts';
import type { RecordsTables } from '../../storage/records-tables.ts';
import { HistoryChecks } from '../imports/history-checks.ts';
import { ImportTally } from '../imports/import-tally.ts';
import { KnownChildren } from '../storing/known-children.ts';
import { rowLayout } from '../storing/row-layout.ts';
import { endGone, HISTORIES, OF_ALL_CHILDREN } from '../storing/settle-gone.ts';
import { storeChildren } from '../storing/store-module.ts';
import { NO_WHOLE_RETURNS } from '../storing/whole-returns.ts';
import { writeFindings } from '../storing/write-findings.ts';
import { writeRepairs } from '../storing/write-repairs.ts';
import { type Moved, moveRecords } from './move-records.ts';

const EPISODES = rowLayout('episodes');

/** Settles the history that two identifiers have together: what overlaps is ended, what is open and gone too, and its findings are made anew. */
async function settleTogether(
  tx: CouncilTransaction<RecordsTables>,
  { importId, childId, follows }: LinkToMake,
  today: PlainDate,
): Promise<void> {
  const tally = new ImportTally(0);
  const run = { tx, importId, tally, today, files: [], refused: [], extent: undefined };
  const histories = new HistoryChecks(run);
  await storeChildren(EPISODES, new ChildRecords(EPISODES.shape, tally), [follows], {
    ...run,
    children: new KnownChildren(tx),
    histories,
    whole: NO_WHOLE_RETURNS,
    onProgress: () => undefined,
  });
  await endGone(run);
  await writeRepairs(run);
  const settles = (rule: string, child: string) =>
    OF_ALL_CHILDREN.has(rule) || histories.checked.has(child) || child === childId;
  await writeFindings(tx, importId, tally.findings, [{ kind: HISTORIES, returnYear: 0, settles }]);
}

/** Has everything recorded of one identifier follow another, and stand as one history. The transaction is in a revision. */
export async function makeLink(
  tx: CouncilTransaction<RecordsTables>,
  link: LinkToMake,
  today: PlainDate,
): Promise<Moved> {
  const moved = await moveRecords(tx, link.childId, link.follows);
  await settleTogether(tx, link, today);
  return moved;
}
