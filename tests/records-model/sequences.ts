import fc from 'fast-check';
import {
  type Cells,
  type CouncilFile,
  type CouncilRow,
  KINDS,
  type Kind,
  type SaidExtent,
  type Step,
} from './council-files.ts';

const one = fc.constantFrom;
const CHILDREN = ['101', '102', '103', '104'];
const child = one(...CHILDREN);

/** Few values of each, so that rows of one sequence are often about the same. */
const CELLS: { readonly [Each in Kind]: (year: number) => fc.Arbitrary<Cells> } = {
  placement_costs: () =>
    fc.record({
      child_id: child,
      placement_start: one('2018-05-01'),
      element: one('core'),
      weekly_rate: one('900', '950'),
      from: one('2018-05-01', '2018-05-01', '2019-05-01'),
      to: one('', '', '2020-01-01'),
      funder: one('social_care'),
      provider: one('Oak', 'Elm'),
      contract: one('spot'),
      cost_centre: one('A', 'B', 'C'),
      subjective: one('S'),
    }),
  payments: () =>
    fc.record({
      payment_ref: one('P1', 'P2', 'P3'),
      run_date: one('2021-02-01', '2021-03-01', '2021-04-01'),
      period_from: one('2021-01-01'),
      period_to: one('2021-01-31'),
      child_id: one('101', '101', '102'),
      placement_start: one('2018-05-01'),
      provider: one('Oak'),
      element: one('core'),
      gross: one('10', '20', '30'),
      status: one('actual'),
    }),
  general_ledger: () =>
    fc.record({
      journal: one('J1', 'J2'),
      journal_line: one('', '1'),
      posting_date: one('2021-02-01', '2021-03-01', '2021-04-01'),
      accounting_period: one('', '12'),
      cost_centre: one('401', '402'),
      subjective: one('S'),
      amount: one('10', '-20', '30'),
      supplier: one('', 'Oak'),
    }),
  budgets: () =>
    fc.record({
      financial_year: one('2019-20', '2020-21'),
      cost_centre: one('401', '402'),
      subjective: one('S'),
      annual_amount: one('1200', '2400'),
      profile: one('equal'),
    }),
  postcodes: () =>
    fc.record({
      postcode: one('AB1 2CD', 'AB1 3CD', 'N1 2CD', 'NN1 2CD'),
      district: one('E06000061', 'E06000062'),
      easting: one('475000'),
      northing: one('260000'),
    }),
  providers: () =>
    fc.record({
      URN: one('SC001', 'SC002', 'SC003'),
      name: one('Oak House', 'Elm House'),
      type: one('Home'),
      sector: one('Private'),
    }),
  children_names: () =>
    fc.record({ child_id: child, given_name: one('Ada', 'Bo'), family_name: one('Hill') }),
  header: () =>
    fc.record({
      CHILD: child,
      SEX: one('1', '2'),
      DOB: one('2010-02-01', '2011-02-01'),
      ETHNIC: one('WBRI'),
    }),
  episodes: (year) => {
    const begun = ['2017-05-01', '2018-05-01', '2019-05-01', '2019-09-01', '2020-05-01'];
    return fc
      .record({
        CHILD: child,
        DECOM: one(...begun.filter((day) => day < `${year}-04-01`)),
        RNE: one('S', 'P'),
        LS: one('C2'),
        CIN: one('N1'),
        PLACE: one('U1', 'U4'),
        PLACE_PROVIDER: one('PR4'),
        ended: one(0, 0, 0, 1, 2),
      })
      .map(({ ended, ...cells }): Cells => {
        if (ended === 0) return cells;
        const [begins, month] = [Number(cells.DECOM.slice(0, 4)), ended === 1 ? '12' : '07'];
        const dec = `${ended === 1 ? begins : begins + 1}-${month}-01`;
        return { ...cells, DEC: dec, REC: 'E4A' };
      });
  },
  reviews: (year) =>
    fc.record({
      CHILD: child,
      REVIEW: one(`${year - 1}-06-01`, `${year - 2}-06-01`),
      REVIEW_CODE: one('PN1', 'PN2'),
    }),
  oc2: () =>
    fc.record({
      CHILD: child,
      SDQ_SCORE: one('4', '9'),
      CONVICTED: one('0'),
      HEALTH_CHECK: one('1'),
    }),
};

function rowsOf(kind: Kind, year: number): fc.Arbitrary<readonly CouncilRow[]> {
  const cells = CELLS[kind](year);
  const plain = cells.map((each): CouncilRow => ({ cells: each }));
  const having = (fault: CouncilRow['fault']) =>
    cells.map((each) => ({ cells: each, fault }) as CouncilRow);
  const faults =
    KINDS[kind].spoils === undefined ? [] : [{ arbitrary: having('unusable'), weight: 2 }];
  return fc.array(
    fc.oneof({ arbitrary: plain, weight: 20 }, ...faults, {
      arbitrary: having('about nobody'),
      weight: 1,
    }),
    { minLength: 0, maxLength: 5 },
  );
}

const years = one(2019, 2020, 2021);
const kinds: fc.Arbitrary<readonly [Kind, number]> = fc.oneof(
  { arbitrary: years.map((year) => ['episodes', year] as const), weight: 6 },
  { arbitrary: fc.constant(['placement_costs', 0] as const), weight: 4 },
  { arbitrary: fc.constant(['payments', 0] as const), weight: 3 },
  {
    arbitrary: one('budgets', 'general_ledger', 'postcodes', 'providers', 'children_names').map(
      (kind) => [kind, 0] as const,
    ),
    weight: 9,
  },
  {
    arbitrary: fc.tuple(one('header', 'reviews', 'oc2'), years),
    weight: 6,
  },
);

const seldom = (often: number) => fc.nat(often).map((chosen) => chosen === often);

const file: fc.Arbitrary<CouncilFile> = kinds.chain(([kind, year]) =>
  fc.record({
    kind: fc.constant(kind),
    year: fc.constant(year),
    number: year === 0 ? one(1, 1, 2) : one(1),
    isCorrection: seldom(12),
    isDamaged: seldom(25),
    rows: rowsOf(kind, year),
  }),
);

const files = fc.uniqueArray(file, {
  minLength: 1,
  maxLength: 3,
  selector: ({ kind, year, number }) => `${kind} ${year} ${number}`,
});

const imported: fc.Arbitrary<Step> = fc.record({
  what: one('import'),
  extent: one<SaidExtent>(undefined, undefined, undefined, 'whole', 'changes'),
  files,
});
const turn = (imports: number): fc.Arbitrary<Step> =>
  fc.record({ what: one('turn'), which: fc.nat(imports) });
const link: fc.Arbitrary<Step> = fc.record({ what: one('link'), childId: child, follows: child });

const ofAnything = fc.array(
  fc.oneof(
    { weight: 5, arbitrary: imported },
    { weight: 2, arbitrary: turn(9) },
    { weight: 1, arbitrary: link },
  ),
  { minLength: 3, maxLength: 8 },
);

/** Payments or lines of the ledger, of which some files are whole for their days, and what is done to those imports. */
const ofDays = (kind: Kind) =>
  fc
    .tuple(
      fc.array(
        fc.record({
          what: one<'import'>('import'),
          extent: one<SaidExtent>('whole', 'whole', undefined),
          files: fc
            .record({
              kind: one<Kind>(kind),
              year: fc.constant(0),
              number: fc.constant(1),
              isCorrection: fc.constant(false),
              isDamaged: fc.constant(false),
              rows: rowsOf(kind, 0),
            })
            .map((only) => [only]),
        }),
        { minLength: 2, maxLength: 5 },
      ),
      fc.array(turn(4), { maxLength: 2 }),
    )
    .map(([imports, turns]): Step[] => [...imports, ...turns]);

/** A return that names every child, so that any two may be linked. */
const everyChild: fc.Arbitrary<Step> = one(2019, 2020).map((year) => {
  const rows = CHILDREN.map((CHILD) => ({ cells: { CHILD, SEX: '1', DOB: '2010-02-01' } }));
  const header = {
    kind: 'header',
    year,
    number: 1,
    isCorrection: false,
    isDamaged: false,
  } as const;
  return { what: 'import', extent: undefined, files: [{ ...header, rows }] };
});

/** What comes in or is linked while an import or a link is taken back that is then put back. */
const meanwhile = fc
  .tuple(turn(5), fc.array(fc.oneof(imported, link, link, turn(5)), { maxLength: 2 }))
  .map(([turned, between]) => [turned, ...between, turned]);

const ofLinks = fc
  .tuple(
    everyChild,
    fc.array(imported, { minLength: 1, maxLength: 2 }),
    link,
    fc.array(
      fc.oneof(
        ...[imported, turn(5), link, link].map((arbitrary) => arbitrary.map((step) => [step])),
        { arbitrary: meanwhile, weight: 3 },
      ),
      { minLength: 1, maxLength: 4 },
    ),
  )
  .map(([first, before, linked, after]) => [first, ...before, linked, ...after.flat()]);

/** Anything that may be done to a council’s records. */
export const sequences: fc.Arbitrary<readonly Step[]> = fc.oneof(
  { arbitrary: ofAnything, weight: 5 },
  { arbitrary: ofLinks, weight: 5 },
  { arbitrary: ofDays('payments'), weight: 1 },
  { arbitrary: ofDays('general_ledger'), weight: 1 },
);
