import type { FastifyInstance } from 'fastify';

const HEADERS = { authorization: 'Bearer wellplaced_anything' };
const GROUP_PAGES = ['group', 'element', 'funder', 'provider', 'contract', 'costCentre'] as const;

/** A total that a reader is given, and what the reader's own rows under it come to. */
export interface Subtraction {
  /** Where the total stands, and of what it is. */
  readonly name: string;
  /** Undefined where the total is withheld. */
  readonly total: number | undefined;
  readonly rows: number;
  /** How far rounding of each row may part the two; nought for counts. */
  readonly within: number;
}

type Row = Readonly<Record<string, unknown>>;

/** What the page or file answers. */
export async function answered(server: FastifyInstance, url: string) {
  return server.inject({ url, headers: HEADERS });
}

/** Every row of a list of the API; undefined for a reader who may not have it. */
export async function everyRow(
  server: FastifyInstance,
  path: string,
): Promise<readonly Row[] | undefined> {
  const rows: Row[] = [];
  let next: string | null = `/api/v1${path}&pageSize=500`;
  while (next !== null) {
    const answer = await answered(server, next);
    if (answer.statusCode === 403) return undefined;
    if (answer.statusCode !== 200) throw new Error(`${next} answered ${answer.statusCode}`);
    const body = answer.json();
    rows.push(...body.rows);
    next = body.next;
  }
  return rows;
}

/** What the rows come to under a key. */
export function sum(rows: readonly Row[], key: string): number {
  return rows.reduce((so, row) => so + Number(row[key]), 0);
}

/** A figure: an amount in pence, a count, or nothing where it is withheld. */
function figure(value: unknown): number | undefined {
  return typeof value === 'number' ? value : undefined;
}

const POUNDS = /-?£[\d,]+(?:\.\d\d)?/;

/** The amounts of the first row of a page's tables that begins so, in pence. */
export function amountsOf(html: string, first: string): number[] {
  const rows = html.split('<tr').map((row) => row.replace(/<[^>]+>/g, '\u001f'));
  const row = rows.find((each) => each.includes(first)) ?? '';
  return row
    .split('\u001f')
    .filter((cell) => POUNDS.test(cell))
    .map((cell) => Math.round(Number(cell.replace(/[£,\s]/g, '')) * 100));
}

interface Lists {
  readonly children: readonly Row[];
  readonly movements: readonly Row[];
  readonly costs: readonly Row[];
  readonly payments: readonly Row[];
}

/** The rows that the reader may see, of the week; undefined for a reader of no rows. */
export async function rowsOfReader(
  server: FastifyInstance,
  week: string,
): Promise<Lists | undefined> {
  const children = await everyRow(server, `/children?on=${week}`);
  const movements = await everyRow(server, `/movements?weekEnding=${week}`);
  const costs = await everyRow(server, `/costs?weekEnding=${week}`);
  const payments = await everyRow(server, `/payments?weekEnding=${week}`);
  if (
    children === undefined ||
    movements === undefined ||
    costs === undefined ||
    payments === undefined
  ) {
    return undefined;
  }
  return { children, movements, costs, payments };
}

function ofReport(name: string, report: Row, lists: Lists): Subtraction[] {
  const { children, movements, costs } = lists;
  const [figures, movement, spend] = [report.children, report.movement, report.spend] as [
    Row,
    Row,
    Row,
  ];
  const count = (of: string, total: unknown, rows: number) => ({
    name: `${name}: ${of}`,
    total: figure(total),
    rows,
    within: 0,
  });
  const money = (of: string, total: unknown, rows: readonly Row[]) => ({
    name: `${name}: ${of}`,
    total: figure(total),
    rows: sum(rows, 'costPence'),
    within: rows.length / 2 + 1,
  });
  const kind = (...kinds: string[]) =>
    movements.filter((row) => kinds.includes(String(row.kind))).length;
  const own = costs.filter(({ funder }) => funder === 'Social care');
  return [
    count('children', figures.total, children.length),
    count('in area', figures.inArea, children.filter(({ area }) => area === 'in').length),
    count('out of area', figures.outOfArea, children.filter(({ area }) => area === 'out').length),
    count(
      '16 and over',
      figures.aged16plus,
      children.filter(({ age }) => Number(age) >= 16).length,
    ),
    ...Object.entries(figures.byGroup as Row).map(([group, total]) =>
      count(
        `children, ${group}`,
        total,
        children.filter(({ placementGroup }) => placementGroup === group).length,
      ),
    ),
    count('starts', movement.starts, kind('starts')),
    count('ends', movement.ends, kind('ends')),
    count('joined', movement.joinedWithoutStart, kind('joined')),
    count('left', movement.leftWithoutEnd, kind('left')),
    count('moves', movement.placementMoves, kind('moves', 'unplanned')),
    count('unplanned moves', movement.unplannedMoves, kind('unplanned')),
    money('spend of the week', spend.weekPence, costs),
    money('spend after contributions', spend.netOfContributionsPence, own),
    ...(spend.byGroup as Row[]).map(({ group, weekPence }) =>
      money(
        `spend, ${group}`,
        weekPence,
        costs.filter((row) => row.group === group),
      ),
    ),
  ];
}

async function ofCostPages(
  server: FastifyInstance,
  week: string,
  { costs }: Lists,
): Promise<Subtraction[]> {
  const found: Subtraction[] = [];
  for (const by of GROUP_PAGES) {
    const { body } = await answered(server, `/report/costs?week-ending=${week}&by=${by}`);
    const [total] = amountsOf(body, 'All of these rows');
    const within = costs.length / 2 + 1;
    found.push({ name: `costs by ${by}`, total, rows: sum(costs, 'costPence'), within });
  }
  return found;
}

async function ofPaymentPage(
  server: FastifyInstance,
  week: string,
  { payments }: Lists,
): Promise<Subtraction[]> {
  const { body } = await answered(server, `/report/payments?week-ending=${week}`);
  const keys = [
    ...['committedPence', 'duePence', 'awaitingPence'],
    ...['paidPence', 'differencePence', 'accrualsPence', 'commitmentsPence'],
  ];
  const totals = amountsOf(body, 'All rows');
  return keys.map((key, at) => ({
    name: `payments page: ${key}`,
    total: totals[at],
    rows: sum(payments, key),
    within: 0,
  }));
}

async function ofHome(server: FastifyInstance, { children, costs }: Lists): Promise<Subtraction[]> {
  const { body } = await answered(server, '/');
  const tile = (label: string) => {
    const text = body.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
    const [, shown] = new RegExp(`${label} (£?[\\d,]+)`).exec(text) ?? [];
    return shown === undefined ? undefined : Number(shown.replace(/[£,]/g, ''));
  };
  const pounds = tile('Spend in the week');
  return [
    {
      name: 'home: children',
      total: tile('Children looked after'),
      rows: children.length,
      within: 0,
    },
    {
      name: 'home: spend of the week',
      total: pounds === undefined ? undefined : pounds * 100,
      rows: sum(costs, 'costPence'),
      within: 50 + costs.length / 2,
    },
  ];
}

/** Everything that a reader of rows can subtract them from: report, published report, pages, files, API and home. */
export async function subtractionsOf(
  server: FastifyInstance,
  week: string,
  lists: Lists,
): Promise<readonly Subtraction[]> {
  const found: Subtraction[] = [];
  for (const [name, url] of [
    ['report, API', `/api/v1/reports/placements?weekEnding=${week}`],
    ['published, API', `/api/v1/reports/placements?weekEnding=${week}&publish=yes`],
    ['report, JSON', `/report/file/json?week-ending=${week}`],
    ['published, JSON', `/report/file/json?week-ending=${week}&publish=yes`],
  ] as const) {
    found.push(...ofReport(name, (await answered(server, url)).json(), lists));
  }
  const budgets = (await everyRow(server, `/budgets?weekEnding=${week}`)) ?? [];
  const report = (await answered(server, `/api/v1/reports/placements?weekEnding=${week}`)).json();
  for (const [of, key, total] of [
    ['year to date', 'costToDatePence', report.spend.yearToDatePence],
    ['outturn', 'outturnPence', report.spend.projectedOutturnPence],
  ] as const) {
    const within = budgets.length;
    found.push({ name: `report: ${of}`, total, rows: sum(budgets, key), within });
  }
  return [
    ...found,
    ...(await ofCostPages(server, week, lists)),
    ...(await ofPaymentPage(server, week, lists)),
    ...(await ofHome(server, lists)),
  ];
}
