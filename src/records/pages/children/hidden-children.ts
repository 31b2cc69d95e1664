import type { PlainDate } from '../../../core/plain-date.ts';
import type { Ground } from '../../../platform/database/ground.ts';
import type { ReadingRequest } from '../../../platform/http/route.ts';
import { hiddenFrom } from '../../restrictions/seen-by.ts';
import type { RecordsTables } from '../../storage/records-tables.ts';
import type { ChildrenFilter } from '../paths.ts';
import { countChildren, loadSelection } from './store.ts';

/**
 * How many of the children that the filter selects are hidden from the reader, so that the list adds
 * up to its figure. None where it is narrowed by something typed: who types a hidden child’s own
 * identifier must not learn that there is such a child.
 */
export async function countHiddenChildren(
  { council, ground, wholeGround }: ReadingRequest,
  filter: ChildrenFilter,
  night: PlainDate,
): Promise<number> {
  if (filter.search !== undefined || filter.provider !== undefined) return 0;
  if ((await hiddenFrom(ground, council.code)).size === 0) return 0;
  const counted = (on: Ground) =>
    on.read<RecordsTables, number>(council.code, async (tx) =>
      countChildren(tx, await loadSelection(tx, filter, night)),
    );
  return (await counted(wholeGround)) - (await counted(ground));
}
