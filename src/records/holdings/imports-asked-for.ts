import { counted } from '../../core/english.ts';
import type { Held, Holdings } from '../../platform/identity/leaving/holdings.ts';

/** Uploads that wait or run: the council’s records, not the person’s, so they go on under the name of whoever sent them. */
export const importsAskedFor: Holdings = {
  async of(tx, { personId }): Promise<readonly Held[]> {
    const [row] = await tx.rows(
      `select count(*)::int from import where authority_id = $1 and person_id = $2
       and status in ('receiving', 'queued', 'running')`,
      [tx.authority, personId],
    );
    const count = Number(row?.[0]);
    if (count === 0) return [];
    const what = `Asked for ${counted(count, 'import that has', 'imports that have')} not ended`;
    return [{ what, becomes: 'They go on, and anybody who may import can cancel them.' }];
  },
  async handOver() {
    // Nothing: an import is worked on whoever asked for it.
  },
};
