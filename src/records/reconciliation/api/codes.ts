import { z } from 'zod';
import { financialYearOf, parseFinancialYear } from '../../../core/financial-year.ts';
import { ParametersRefused } from '../../../platform/http/api/api-route.ts';
import { listOf, PAGING, pageAnswer } from '../../../platform/http/api/paging.ts';
import { exportOf } from '../../../platform/http/audit-event.ts';
import { LEAVES_OUT, pence } from '../../api/fields.ts';
import { apiRoute } from '../../permissions.ts';
import { hidesSome } from '../../restrictions/seen-by.ts';
import { monthInAddress } from '../asked.ts';
import { loadReconciled } from '../load-reconciled.ts';
import { monthsOf } from '../months.ts';
import type { Reconciled } from '../reconcile.ts';

/** Every code of a financial year by month: budget, costs and payments. */
export const reconciliationRoute = apiRoute({
  method: 'GET',
  path: '/reconciliation',
  permission: 'see children',
  audit: exportOf('reconciliation'),
  name: 'listReconciledCodes',
  summary: 'Budgets reconciled with payments',
  about:
    'Every cost centre and subjective of a financial year in each of its months, as it stands today. A cost and a payment stand in the month of the nights they are for; paidInRunsPence has payments by the month of their run. Expected is paid, accrued and to come.',
  query: z.object({
    year: z
      .string()
      .max(9, 'Must be a financial year, such as 2026-27.')
      .optional()
      .meta({ description: 'A financial year, such as 2026-27; without it, that under way.' }),
    ...PAGING,
  }),
  answer: listOf(
    z.object({
      costCentre: z.string().nullable(),
      subjective: z.string().nullable(),
      description: z.string().nullable(),
      month: z.string().meta({ description: 'The calendar month, as yyyy-mm.' }),
      budgetPence: pence,
      committedPence: pence,
      paidPence: pence,
      accruedPence: pence,
      toComePence: pence,
      differencePence: pence,
      expectedPence: pence,
      variancePence: pence,
      paidInRunsPence: pence,
    }),
  ).extend(LEAVES_OUT),
  async handle(request, { year: label, page, pageSize }) {
    const { read, today } = request;
    const year = label === undefined ? financialYearOf(today) : parseFinancialYear(label);
    if (year === undefined) {
      const message = 'Must be a financial year, such as 2026-27.';
      throw new ParametersRefused([{ field: 'year', message }]);
    }
    const codes = await read((tx) => loadReconciled(tx, year, today));
    const all = codes.flatMap(({ costCentre, subjective, description, months }) =>
      monthsOf(year).map((month) => {
        const row = months[month.at];
        const amount = (key: keyof Reconciled) => row?.[key] ?? 0;
        return {
          ...{ costCentre, subjective, description, month: monthInAddress(month) },
          budgetPence: amount('budget'),
          committedPence: amount('committed'),
          paidPence: amount('paid'),
          accruedPence: amount('accrued'),
          toComePence: amount('toCome'),
          differencePence: amount('difference'),
          expectedPence: amount('expected'),
          variancePence: amount('variance'),
          paidInRunsPence: amount('paidInRuns'),
        };
      }),
    );
    const from = (page - 1) * pageSize;
    const rows = all.slice(from, from + pageSize);
    const answer = pageAnswer(request, { page, pageSize }, { rows, total: all.length });
    return { ...answer, leavesOutRestricted: await hidesSome(request) };
  },
});
