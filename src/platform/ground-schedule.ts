import { WellplacedError } from '../core/errors.ts';
import { verifyChain } from './audit/verify-chain.ts';
import { DAYS_KEPT as DRAFT_DAYS } from './forms/drafts/draft.ts';
import { type DraftTables, removeDraftsBefore } from './forms/drafts/store.ts';
import type { ScheduledJob } from './schedule/scheduled-job.ts';
import { removeRunsBefore } from './schedule/store.ts';

const DAY = 86_400_000;
/** How long it is kept what scheduled work said. */
const DAYS_KEPT = 90;

/** Proves the council's audit trail, so that whoever breaks it is found out by the next morning. */
const PROVE_TRAIL: ScheduledJob = {
  name: 'ground.prove-audit-trail',
  title: 'Prove the audit trail',
  when: { every: 'night', at: 3 },
  async work({ ground }, authority) {
    const { broken, entries } = await verifyChain(ground, authority);
    if (broken === undefined) {
      return `The audit trail holds, ${entries.toLocaleString('en-GB')} entries.`;
    }
    throw new WellplacedError(
      'audit-trail-broken',
      `The audit trail is broken. ${broken.what}`,
      'Somebody with rights over the database changed it. Keep a copy as it is, and compare with the last backup.',
    );
  },
};

const FORGET_RUNS: ScheduledJob = {
  name: 'ground.forget-scheduled-runs',
  title: 'Forget scheduled work of long ago',
  when: { every: 'night', at: 4 },
  async work({ ground, now }, authority) {
    const before = new Date(now().getTime() - DAYS_KEPT * DAY);
    const removed = await removeRunsBefore(ground, authority, before);
    return `${removed.toLocaleString('en-GB')} runs of more than ${DAYS_KEPT} days ago were removed.`;
  },
};

const FORGET_DRAFTS: ScheduledJob = {
  name: 'ground.forget-drafts',
  title: 'Forget drafts of long ago',
  when: { every: 'night', at: 4 },
  async work({ ground, now }, authority) {
    const before = new Date(now().getTime() - DRAFT_DAYS * DAY);
    const acting = { authority, actor: 'Wellplaced', reason: 'drafts of long ago' };
    const removed = await ground.transaction<DraftTables, number>(acting, (tx) =>
      removeDraftsBefore(tx, before),
    );
    return `${removed.toLocaleString('en-GB')} drafts of more than ${DRAFT_DAYS} days ago were removed.`;
  },
};

/** What is due by the clock whatever the wings above. */
export const GROUND_SCHEDULE: readonly ScheduledJob[] = [PROVE_TRAIL, FORGET_RUNS, FORGET_DRAFTS];
