import { expect, test } from 'vitest';
import { ALL_MIGRATIONS, describeOnBothDatabases } from '../../../../tests/support/databases.ts';
import { addCouncil, fileOf, importFiles } from '../../../../tests/support/import-files.ts';
import { addPerson, restrict } from '../../../../tests/support/restricted-child.ts';
import { financialYearStarting } from '../../../core/financial-year.ts';
import { isoDate } from '../../../core/plain-date.ts';
import type { Ground } from '../../../platform/database/ground.ts';
import type { Person } from '../../../platform/http/route.ts';
import { seenBy } from '../../restrictions/seen-by.ts';
import type { RecordsTables } from '../../storage/records-tables.ts';
import { loadLedger } from './load-ledger.ts';
import { ledgerSums } from './sums.ts';

const YEAR = financialYearStarting(2021);
const FILES = {
  '2021/header.csv': [
    'CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB',
    'HIDDEN9,1,01/02/2010,WBRI,,,',
    'OPEN1,1,01/02/2011,WBRI,,,',
  ],
  'payments.csv': [
    'payment_ref,run_date,period_from,period_to,child_id,placement_start,provider,element,gross,cost_centre,subjective,status,corrects_ref',
    'P1,2021-05-12,2021-04-01,2021-04-30,OPEN1,2020-01-01,Oak House,core,1000.00,41110,4310,actual,',
    'P2,2021-05-12,2021-04-01,2021-04-30,HIDDEN9,2020-01-01,Oak House,core,2500.00,41110,4310,actual,',
    'P3,2021-06-12,2021-05-01,2021-05-31,HIDDEN9,2020-01-01,Elm House,core,700.00,41110,4310,actual,',
    'P4,2021-06-12,2021-05-01,2021-05-31,OPEN1,2020-01-01,Ash House,core,900.00,41110,4320,actual,',
    'P5,2021-06-12,2021-05-01,2021-05-31,OPEN1,2020-01-01,Fir House,core,55.00,41110,4320,actual,',
    'P6,2021-06-13,2021-05-01,2021-05-31,OPEN1,2020-01-01,Fir House,core,5.00,41110,4320,commitment,',
  ],
  'general_ledger.csv': [
    'journal,journal_line,posting_date,accounting_period,cost_centre,subjective,amount,supplier,reference,description,journal_type',
    'GL1,1,2021-05-14,2,41110,4310,3500.00,OAK HOUSE LTD,,Invoice,Invoice',
    'GL1,2,2021-06-14,3,41110,4310,700.00,ELM HOUSE,,Invoice,Invoice',
    'GL1,3,2021-06-14,3,41110,4310,650.00,ELM HOUSE,,Invoice,Invoice',
    'GL1,4,2021-06-14,3,41110,4310,900.00,ASH HOUSE,,Invoice,Invoice',
    'GL1,5,2021-06-30,3,41110,4320,77.00,YEW HOUSE,,Invoice,Invoice',
    // A hidden child's code, and a name that no payment has: it may be that child's, written otherwise.
    'GL1,8,2021-06-30,3,41110,4310,88.00,ELM HOUSE GROUP,,Placement,Invoice',
    'GL1,6,2022-03-31,14,41110,4320,400.00,,ACC-1,Accrual,Accrual',
    'GL1,7,2022-04-01,1,41110,4320,-400.00,,ACC-1,Accrual,Reversal',
  ],
};

describeOnBothDatabases('the general ledger against payments', ALL_MIGRATIONS, (open) => {
  async function council(): Promise<{ ground: Ground; named: Person; other: Person }> {
    const ground = await open();
    await addCouncil(ground, 'L');
    const files = Object.entries(FILES).map(([path, lines]) => fileOf(path, lines.join('\n')));
    const outcome = await importFiles(ground, 'L', files);
    expect(outcome.files.map(({ kind, rejected }) => `${kind} ${rejected}`).toSorted()).toEqual([
      'general_ledger 0',
      'header 0',
      'payments 0',
    ]);
    const named = await addPerson(ground, 'L', 'Owen', 'Social work team manager');
    const other = await addPerson(ground, 'L', 'Tomasz', 'Finance business partner');
    const second = await addPerson(ground, 'L', 'Helen', 'Principal social worker');
    await restrict(ground, 'L', 'HIDDEN9', [named, second]);
    return { ground, named, other };
  }

  const seenAs = (ground: Ground, person: Person) => {
    const seen = seenBy(ground, person, new Date('2021-06-02T09:00:00Z'));
    return {
      council: { code: 'L', name: 'Council L' },
      wholeGround: ground,
      today: isoDate('2021-12-31'),
      read: <Tables, Result>(work: Parameters<typeof seen.read<Tables, Result>>[1]) =>
        seen.read<Tables, Result>('L', work),
    };
  };
  const found = async (ground: Ground, person: Person) => {
    const rows = await loadLedger(seenAs(ground, person), YEAR);
    return rows.map(({ state, rule, supplier, ledger, payments }) =>
      [state, rule, supplier, ledger, payments].join(' '),
    );
  };

  test('is whole for who may see every child, and without a hidden child’s part for others', async () => {
    const { ground, named, other } = await council();
    expect((await found(ground, named)).toSorted()).toEqual([
      'cancelled cancelled  40000 ',
      'ledger-only  ELM HOUSE 65000 ',
      'ledger-only  ELM HOUSE GROUP 8800 ',
      'ledger-only  YEW HOUSE 7700 ',
      'matched payment ELM HOUSE 70000 70000',
      'matched run-of-supplier OAK HOUSE LTD 350000 350000',
      'other-code run-other-code ASH HOUSE 90000 90000',
      'payments-only  Fir House  5500',
    ]);
    expect((await found(ground, other)).toSorted()).toEqual([
      'cancelled cancelled  40000 ',
      'ledger-only  YEW HOUSE 7700 ',
      'matched run-of-supplier Oak House 100000 100000',
      'other-code run-other-code ASH HOUSE 90000 90000',
      'payments-only  Fir House  5500',
    ]);
    const ofOther = await loadLedger(seenAs(ground, other), YEAR);
    expect(ledgerSums(ofOther).payments).toBe(195_500);
    // What pays a hidden child too says nothing of its postings.
    const shared = ofOther.find(({ rule }) => rule === 'run-of-supplier');
    expect(shared).toMatchObject({ journal: null, description: null, postedOn: null });
    // A line as it stands in its table is for who may see every child alone.
    const lines = (person: Person) =>
      seenAs(ground, person).read<RecordsTables, unknown[][]>((tx) =>
        tx.rows('select count(*)::int from ledger_line where authority_id = $1', ['L']),
      );
    expect(await lines(named)).toEqual([[8]]);
    expect(await lines(other)).toEqual([[0]]);
  });

  test('has no row for a year of which no ledger is held', async () => {
    const { ground, named } = await council();
    expect(await loadLedger(seenAs(ground, named), financialYearStarting(2019))).toEqual([]);
  });
});
