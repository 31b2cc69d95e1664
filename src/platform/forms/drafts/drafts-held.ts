import type { Holdings } from '../../identity/leaving/holdings.ts';
import { removeDraftsOf } from './store.ts';

/** Drafts are nobody else’s: when their keeper leaves, nothing is handed over and nothing stays. */
export const draftsHeld: Holdings = {
  of: async () => [],
  handOver: (tx, { from }) => removeDraftsOf(tx.over(), from.personId),
};
