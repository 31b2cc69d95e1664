import { Readable } from 'node:stream';
import { WellplacedError } from '../../../core/errors.ts';
import type { Acting, CouncilTransaction } from '../../../platform/database/ground.ts';
import type { RecordsTables } from '../../storage/records-tables.ts';
import type { ImportOrders } from '../imports/import-register.ts';
import type { ImportDesk } from '../imports/import-sources.ts';
import { contentOf, discardUpload, heldFiles } from './held-upload.ts';
import { type ArrivingFile, receiveUpload } from './upload.ts';

type Transaction = CouncilTransaction<RecordsTables>;

/**
 * Queues a new import of the files that are still held from an earlier upload, and lets the earlier
 * pieces go. Gives the new import's id. Throws a WellplacedError `nothing-held` when none are.
 */
export async function importAgain(
  desk: Pick<ImportDesk, 'ground' | 'now'>,
  acting: Acting,
  importId: string,
  orders: ImportOrders = {},
): Promise<string> {
  const { ground } = desk;
  const held = await ground.read(acting.authority, (tx: Transaction) => heldFiles(tx, importId));
  if (held.length === 0) {
    throw new WellplacedError(
      'nothing-held',
      'The files of this import are no longer held.',
      'Choose the files again on the page for importing files.',
    );
  }
  async function* arriving(): AsyncGenerator<ArrivingFile> {
    for (const { fileNumber, path } of held) {
      const content = contentOf(ground, acting.authority, importId, fileNumber);
      yield { path, content: Readable.from(content) };
    }
  }
  const again = await receiveUpload(desk, acting, arriving(), { ...orders, instead: importId });
  await ground.transaction(acting, (tx: Transaction) => discardUpload(tx, importId));
  return again;
}
