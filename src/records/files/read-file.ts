import { WellplacedError } from '../../core/errors.ts';
import { asFirstRead, isCorrection } from '../imports/correction-file.ts';
import { readBudget } from '../ledger/budgets.ts';
import { readPayment } from '../ledger/payments.ts';
import { readPlacementCost } from '../ledger/placement-costs.ts';
import { rowChecker } from '../ledger/row-checker.ts';
import { applyMapping } from '../mappings/apply-mapping.ts';
import type { SavedMapping } from '../mappings/saved-mapping.ts';
import { readName, withoutNames } from '../names/read-name.ts';
import { readPostcode, readProvider } from '../places/read-places.ts';
import { returnChecker } from '../returns/check-return.ts';
import type { ReturnModuleKind } from '../returns/return-module.ts';
import { returnModule } from '../returns/return-modules.ts';
import { readReturnXml } from '../returns/return-xml.ts';
import { readCsvRows } from './csv-rows.ts';
import type { RowKind } from './file-kind.ts';
import type { RecognisedFile } from './recognised-file.ts';
import type { CheckedBatch } from './rejection.ts';
import type { RowBatch } from './row-batch.ts';
import type { SourceFile } from './source-file.ts';
import { readXlsxRows } from './xlsx-rows.ts';

/** What the checks need to know beside the file itself. */
export interface ReadingContext {
  /** The return year (1 April of the year before to 31 March) whose code lists apply; undefined accepts a code of any year. */
  readonly returnYear: number | undefined;
  /** For a layout of the council's own; when given it decides the kind of the rows. */
  readonly mapping?: SavedMapping;
}

type Checker = (batch: RowBatch) => CheckedBatch;

function checkerFor(
  kind: RowKind,
  header: readonly string[],
  returnYear: number | undefined,
): Checker {
  switch (kind) {
    case 'placement_costs': {
      const check = rowChecker(kind, header, readPlacementCost);
      return (batch) => ({ kind, ...check(batch) });
    }
    case 'payments': {
      const check = rowChecker(kind, header, readPayment);
      return (batch) => ({ kind, ...check(batch) });
    }
    case 'budgets': {
      const check = rowChecker(kind, header, readBudget);
      return (batch) => ({ kind, ...check(batch) });
    }
    case 'postcodes': {
      const check = rowChecker(kind, header, readPostcode);
      return (batch) => ({ kind, ...check(batch) });
    }
    case 'providers': {
      const check = rowChecker(kind, header, readProvider);
      return (batch) => ({ kind, ...check(batch) });
    }
    case 'children_names': {
      const check = rowChecker(kind, header, readName);
      return (batch) => {
        const checked = check(batch);
        return { kind, ...checked, rejections: checked.rejections.map(withoutNames) };
      };
    }
    default:
      return returnChecker(kind, header, returnYear);
  }
}

/** A checker for a layout of the council's own. Rejected rows are kept as the file has them. Throws a WellplacedError when the mapping does not fill what it must. */
export function mappedChecker(
  mapping: SavedMapping,
  file: Pick<RecognisedFile, 'header' | 'path'>,
  year: number | undefined,
): Checker {
  const applied = applyMapping(mapping, file.header, file.path);
  if (applied.missingFields.length > 0) {
    throw new WellplacedError(
      'mapping-incomplete',
      `The mapping ${mapping.name} does not say where ${applied.missingFields.join(', ')} come from.`,
      'Fill each of them from a column or with a constant, and save the mapping again.',
    );
  }
  const check = checkerFor(mapping.kind, applied.header, year);
  return (batch) => {
    const cells = batch.cells.map(applied.cellsOf);
    const originals = new Map(cells.map((mapped, at) => [mapped, batch.cells[at] ?? []]));
    const checked = check({ ...batch, cells });
    const rejections = checked.rejections.map((rejection) => ({
      ...rejection,
      cells: originals.get(rejection.cells) ?? rejection.cells,
    }));
    return { ...checked, rejections };
  };
}

function checkerOf(
  kind: RowKind | 'unrecognised',
  recognised: RecognisedFile,
  { mapping, returnYear }: ReadingContext,
): Checker {
  if (mapping !== undefined) return mappedChecker(mapping, recognised, returnYear);
  if (kind !== 'unrecognised') return checkerFor(kind, recognised.header, returnYear);
  throw new WellplacedError(
    'unrecognised-layout',
    `${recognised.path} has a layout that is not known: its columns are ${recognised.header.join(', ')}.`,
    'Map its columns once, save the mapping and import the file with it.',
  );
}

async function* readXml(
  source: SourceFile,
  { encoding }: RecognisedFile,
  returnYear: number | undefined,
): AsyncGenerator<CheckedBatch> {
  const checkers = new Map<ReturnModuleKind, Checker>();
  for await (const { kind, batch } of readReturnXml(source, encoding)) {
    let check = checkers.get(kind);
    if (check === undefined) {
      const header = returnModule(kind).columns.map(({ name }) => name);
      check = returnChecker(kind, header, returnYear);
      checkers.set(kind, check);
    }
    yield check(batch);
  }
}

/**
 * Reads and checks a recognised file, some thousands of rows at a time; a return as XML yields
 * several kinds. Throws a WellplacedError when the file turns out not to be what it claims, possibly
 * after some batches: keep nothing of it then.
 */
export async function* readFile(
  source: SourceFile,
  recognised: RecognisedFile,
  context: ReadingContext,
): AsyncGenerator<CheckedBatch> {
  const { kind, format } = recognised;
  if (kind === 'return_xml') {
    yield* readXml(source, recognised, context.returnYear);
    return;
  }
  const check = checkerOf(kind, recognised, context);
  const batches =
    format === 'xlsx' ? readXlsxRows(source, recognised) : readCsvRows(source, recognised);
  const corrected = isCorrection(recognised.header);
  for await (const batch of batches) {
    const checked = check(corrected ? asFirstRead(batch) : batch);
    const { findings = [] } = batch;
    yield findings.length === 0
      ? checked
      : { ...checked, findings: [...findings, ...checked.findings] };
  }
}
