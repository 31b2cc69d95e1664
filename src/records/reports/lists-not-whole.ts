import type { CouncilTransaction } from '../../platform/database/ground.ts';
import type { RecordsTables } from '../storage/records-tables.ts';
import { loadFirstPaid, loadRecordsBegin } from './load-records-begin.ts';
import {
  childrenNotWhole,
  costsNotWhole,
  NOTHING_SAID,
  notWholeForOthers,
  paymentsNotWhole,
  reasonsOf,
} from './weekly-report/records-begin.ts';
import type { Week } from './weekly-report/week.ts';

type NotWholeOf = (
  week: Week,
  isForOthers: boolean,
) => (tx: CouncilTransaction<RecordsTables>) => Promise<string>;

const PAYMENTS: NotWholeOf =
  ({ yearToDate: { from } }) =>
  async (tx) => {
    const costs = costsNotWhole(await loadRecordsBegin(tx), from);
    return reasonsOf(costs, paymentsNotWhole(await loadFirstPaid(tx), from)).trim();
  };

const YEAR_COSTS: NotWholeOf =
  ({ yearToDate: { from } }, isForOthers) =>
  async (tx) => {
    const costs = costsNotWhole(await loadRecordsBegin(tx), from);
    const notWhole = { ...NOTHING_SAID, costs };
    return reasonsOf((isForOthers ? notWholeForOthers(notWhole) : notWhole).costs).trim();
  };

/** Why each list of a week is not whole where it reaches back before the records that are held: in sentences, empty where it is whole. */
export const NOT_WHOLE = {
  movements:
    ({ nights }) =>
    async (tx) =>
      reasonsOf(childrenNotWhole(await loadRecordsBegin(tx), nights.from - 1)).trim(),
  'since-last-week':
    ({ nights }) =>
    async (tx) => {
      const begin = await loadRecordsBegin(tx);
      const from = nights.from - 1;
      return reasonsOf(childrenNotWhole(begin, from), costsNotWhole(begin, from)).trim();
    },
  costs:
    ({ nights }) =>
    async (tx) =>
      reasonsOf(costsNotWhole(await loadRecordsBegin(tx), nights.from)).trim(),
  budgets: YEAR_COSTS,
  'outturn-costs': YEAR_COSTS,
  payments: PAYMENTS,
  'pay-runs': PAYMENTS,
  'outturn-lines': PAYMENTS,
} as const satisfies Readonly<Record<string, NotWholeOf>>;
