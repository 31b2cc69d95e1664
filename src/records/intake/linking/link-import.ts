import { WellplacedError } from '../../../core/errors.ts';
import type { Acting } from '../../../platform/database/ground.ts';
import type { RunningJob } from '../../../platform/jobs/worker.ts';
import { checkLink } from '../../links/check-link.ts';
import { linkFacts } from '../../links/link-facts.ts';
import { linkOf } from '../../links/load-links.ts';
import { beginRevision, endRevision } from '../../revisions/revision.ts';
import type { RecordsTables } from '../../storage/records-tables.ts';
import { takeTurn } from '../imports/council-turn.ts';
import type { ImportDesk } from '../imports/import-sources.ts';
import { completeWithoutFiles, importWithoutFiles } from '../imports/import-without-files.ts';
import { makeLink } from './make-link.ts';

/**
 * Makes the link for which a queued import stands, in one transaction and a revision of its own. It
 * is judged there once more: another link may have been made since it was asked for.
 */
export async function linkImport(
  desk: ImportDesk,
  acting: Acting,
  importId: string,
  job: Pick<RunningJob, 'signal' | 'progress'>,
): Promise<void> {
  const { ground, now } = desk;
  await importWithoutFiles(desk, acting, importId, job, ({ onProgress }) =>
    ground.transaction<RecordsTables, void>(acting, async (tx) => {
      await takeTurn(tx, onProgress);
      const link = await linkOf(tx, importId);
      if (link === undefined) {
        throw new WellplacedError('no-link', 'The link is gone.', 'Link the identifiers again.');
      }
      const { childId, follows } = link;
      checkLink(childId, follows, await linkFacts(tx, [childId, follows]));
      const revision = await beginRevision(tx, importId);
      const { moved, leftOut } = await makeLink(tx, link, desk.today());
      await tx.rows(
        `update child_link set stands = true, moved = $3, left_out = $4
         where authority_id = $1 and import_id = $2`,
        [tx.authority, importId, moved, leftOut],
      );
      await endRevision(tx, revision, importId, now());
      await completeWithoutFiles(tx, importId, now());
    }),
  );
}
