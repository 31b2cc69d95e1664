import type { ScheduledJob } from '../../../platform/schedule/scheduled-job.ts';
import { DAYS_HELD, discardOldUploads } from './old-uploads.ts';

/** Lets go of files that have been held long enough. */
export const OLD_UPLOADS: ScheduledJob = {
  name: 'records.old-uploads',
  title: 'Let go of old uploads',
  when: { every: 'night', at: 2 },
  async work({ ground, now }, authority) {
    const discarded = await discardOldUploads(ground, authority, now());
    return `The files of ${discarded} imports that were over ${DAYS_HELD} days ago were let go.`;
  },
};
