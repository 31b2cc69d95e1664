import { viewOf } from '../../../../platform/http/audit-event.ts';
import { checkForm, fieldsOf } from '../../../../platform/http/form.ts';
import { notFoundPage } from '../../../../platform/http/problem-page.tsx';
import { page, type Reply } from '../../../../platform/http/reply.ts';
import type { PageRequest } from '../../../../platform/http/route.ts';
import { listRoutes } from '../../../../platform/lists/list-routes.ts';
import { paths } from '../../../paths.ts';
import type { Route } from '../../../permissions.ts';
import { restrictedLeftOut } from '../../../restrictions/left-out.ts';
import { codeAsked, codeQuery } from '../../asked.ts';
import { loadLedger } from '../../ledger/load-ledger.ts';
import { codeInWords, codeKey } from '../../ledger-code.ts';
import { codesList } from '../../lists/codes-list.tsx';
import { costsOfCode } from '../../lists/costs-of-code.tsx';
import { ledgerList } from '../../lists/ledger-list.tsx';
import { paymentsOfCode } from '../../lists/payments-of-code.tsx';
import { loadReconciled } from '../../load-reconciled.ts';
import { loadRunsOfCode } from '../../load-runs.ts';
import { loadYears } from '../../load-years.ts';
import { CodeView } from './view.tsx';

async function codePage(request: PageRequest): Promise<Reply> {
  const { query, read, today } = request;
  const check = checkForm(codeQuery(today), fieldsOf(query));
  if (!check.ok) return notFoundPage('There is no such code in such a year.');
  const { year } = check.values;
  const code = codeAsked(check.values);
  const found = await read(async (tx) => ({
    codes: await loadReconciled(tx, year, today),
    runs: await loadRunsOfCode(tx, year, today, code),
    years: await loadYears(tx, today),
  }));
  const reconciled = found.codes.find((each) => codeKey(each) === codeKey(code));
  const title = `Code ${codeInWords(code)}`;
  return page({
    title,
    section: 'Reports',
    breadcrumbs: [
      { text: 'Budgets reconciled with payments', href: paths.reconciliation(year.label) },
    ],
    content: CodeView({
      ...{ title, year, code, reconciled, today },
      ...{ runs: found.runs, years: found.years, leftOut: await restrictedLeftOut(request) },
      ledger: await loadLedger(request, year),
    }),
  });
}

/** Codes reconciled by month: their list, the page of one, and the rows behind it. */
export function reconciliationRoutes(): readonly Route[] {
  return [
    ...listRoutes(codesList),
    {
      method: 'GET',
      path: '/report/reconciliation/code',
      permission: 'see children',
      audit: viewOf('reconciliation of a code'),
      handle: codePage,
    },
    ...listRoutes(costsOfCode),
    ...listRoutes(paymentsOfCode),
    ...listRoutes(ledgerList),
  ];
}
