import type { Waiting, WaitingKind } from '../../platform/tasks/waiting.ts';
import { goneAsSeen } from '../gone/gone-as-seen.ts';
import { paths } from '../paths.ts';
import type { Permission } from '../permissions.ts';
import type { RecordsTables } from '../storage/records-tables.ts';

/** Children whom the newest return does not name, until somebody says what became of each. */
export const CHILDREN_GONE: WaitingKind<Permission> = {
  name: 'child-gone',
  inWords: {
    one: 'Child gone from the newest return',
    several: 'Children gone from the newest return',
  },
  permission: 'decide on findings',
  waits: ({ read, today }) =>
    read<RecordsTables, readonly Waiting[]>(async (tx) => {
      const waiting = await goneAsSeen(tx, today);
      return waiting.map(({ childId, decom, lastNamed }) => ({
        key: `${childId}/${decom}`,
        title: 'Say what became of a child who is gone from the newest return',
        detail: `Last named in the return of ${lastNamed}, and in no count after it.`,
        childId,
        why: 'Your role decides what becomes of findings.',
        href: paths.childGone(childId),
      }));
    }),
};
