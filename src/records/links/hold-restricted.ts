import { WellplacedError } from '../../core/errors.ts';
import type { CouncilTransaction } from '../../platform/database/ground.ts';
import type { RecordsTables } from '../storage/records-tables.ts';
import { linkFacts } from './link-facts.ts';
import { linksInForce } from './links-in-force.ts';
import { linkOf } from './load-links.ts';

/**
 * Throws a WellplacedError `link-restricted` where an import stands for a link of a restricted child:
 * undone, what is hidden with the child would be seen under the other identifier. The transaction sees
 * all children; whom it is about is not said, for whoever asks may not see the child.
 */
export async function holdWhileRestricted(
  tx: CouncilTransaction<RecordsTables>,
  importId: string,
): Promise<void> {
  const link = await linkOf(tx, importId);
  if (link === undefined) return;
  const { childId, follows } = link;
  const standing = (await linksInForce(tx)).standing(follows);
  const { restricted } = await linkFacts(tx, [childId, follows, standing]);
  if (restricted.size === 0) return;
  throw new WellplacedError(
    'link-restricted',
    'Who may see this child is restricted, and the link says what that covers.',
    'Ask who restricted the child to end the restriction, change the link, and have the child restricted again.',
  );
}
