import { returnChecker } from '../../returns/check-return.ts';
import type { ReturnModuleKind } from '../../returns/return-module.ts';
import { returnModule } from '../../returns/return-modules.ts';
import { readReturnXml } from '../../returns/return-xml.ts';
import { dateColumns } from './date-columns.ts';
import { withNotes, withPlaces } from './file-notes.ts';
import {
  type DateOrders,
  looksMonthFirst,
  orderFindings,
  ordersIn,
  withOrders,
} from './ordered-rows.ts';
import type { RecognisedFile } from './recognised-file.ts';
import type { CheckedBatch } from './rejection.ts';
import type { RowBatch } from './row-batch.ts';
import type { Checker } from './row-checkers.ts';
import type { SourceFile } from './source-file.ts';
import { decodedText } from './text-encoding.ts';

const NO_ORDERS: DateOrders = new Map();

function xmlHeader(kind: ReturnModuleKind): readonly string[] {
  return returnModule(kind).columns.map(({ name }) => name);
}

/** The order of the days of each module of a return as XML; nothing for one in which none looks month first. */
async function xmlOrders(source: SourceFile, { encoding }: RecognisedFile) {
  const orders = new Map<ReturnModuleKind, DateOrders>();
  if (!(await looksMonthFirst(decodedText(source, encoding)))) return orders;
  const batches = new Map<ReturnModuleKind, RowBatch[]>();
  for await (const { kind, batch } of readReturnXml(source, encoding)) {
    batches.set(kind, [...(batches.get(kind) ?? []), batch]);
  }
  for (const [kind, some] of batches) {
    orders.set(kind, await ordersIn(some, dateColumns(kind, xmlHeader(kind), undefined)));
  }
  return orders;
}

/** The records of a return as XML after their checks, module by module. Throws a WellplacedError as readFile does. */
export async function* readXml(
  source: SourceFile,
  recognised: RecognisedFile,
  returnYear: number | undefined,
): AsyncGenerator<CheckedBatch> {
  const orders = await xmlOrders(source, recognised);
  const checkers = new Map<ReturnModuleKind, Checker>();
  for await (const { kind, batch, places } of readReturnXml(source, recognised.encoding)) {
    const header = xmlHeader(kind);
    const own = orders.get(kind) ?? NO_ORDERS;
    const known = checkers.get(kind);
    const check = known ?? returnChecker(kind, header, returnYear);
    checkers.set(kind, check);
    const checked = withPlaces(withNotes(check(withOrders(own, header, batch)), batch), places);
    const said = known === undefined ? orderFindings(own, header) : [];
    yield said.length === 0 ? checked : { ...checked, findings: [...said, ...checked.findings] };
  }
}
