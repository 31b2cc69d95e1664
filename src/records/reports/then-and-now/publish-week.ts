import { randomUUID } from 'node:crypto';
import { WellplacedError } from '../../../core/errors.ts';
import type { PlainDate } from '../../../core/plain-date.ts';
import type { CouncilTransaction } from '../../../platform/database/ground.ts';
import type { PageRequest } from '../../../platform/http/route.ts';
import type { SettledValue } from '../../../platform/settings/settled-value.ts';
import { seenByNobodyNamed } from '../../restrictions/seen-by.ts';
import { newestRevision } from '../../revisions/revision.ts';
import type { RecordsTables } from '../../storage/records-tables.ts';
import type { ReportMemory } from '../report-memory.ts';
import { headlineFigures } from './headline-figures.ts';
import { keepPublished } from './published-reports.ts';

type Transaction = CouncilTransaction<RecordsTables>;

const TRIES = 5;

/**
 * Keeps that the report of a week is published in its form for others: its headline figures as they are
 * now, and the revision of the records that they were made from. Gives its id.
 */
export async function publishWeek(
  request: PageRequest,
  memory: ReportMemory,
  smallNumber: SettledValue<number>,
  weekEnding: PlainDate,
): Promise<string> {
  const newest = () => request.read(newestRevision);
  const seen = seenByNobodyNamed(request.wholeGround);
  for (let tried = 0; tried < TRIES; tried += 1) {
    const revision = await newest();
    const { report } = await memory.of(seen, request.council, weekEnding);
    // An import that became complete meanwhile may be in the figures or not: they are made anew.
    if ((await newest()) !== revision) continue;
    const { value } = await smallNumber(request, request.today);
    const publishedReportId = randomUUID();
    await request.change('report published', (tx: Transaction, by) =>
      keepPublished(tx, by, {
        ...{ publishedReportId, weekEnding, publishedAt: request.now, revision },
        ...{ smallNumber: value, figures: headlineFigures(report) },
      }),
    );
    return publishedReportId;
  }
  throw new WellplacedError(
    'records-keep-changing',
    'The records changed while the report was made, several times.',
    'Publish it when no import is running.',
  );
}
