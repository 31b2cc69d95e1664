import type { CouncilTransaction } from '../database/ground.ts';

/** Whether the child is hidden from the person. */
export type HiddenFrom = (childId: string, personId: string) => boolean;

/** Tells from the whole of the records from whom which child is hidden at the moment. */
export type LoadHiddenFrom = (tx: CouncilTransaction<unknown>, now: Date) => Promise<HiddenFrom>;
