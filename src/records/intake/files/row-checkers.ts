import { WellplacedError } from '../../../core/errors.ts';
import { readName, withoutNames } from '../../names/read-name.ts';
import { readPostcode, readProvider } from '../../places/read-places.ts';
import { returnChecker } from '../../returns/check-return.ts';
import { readBudget } from '../extracts/budgets.ts';
import { readLedgerLine } from '../extracts/ledger-lines.ts';
import { readPayment } from '../extracts/payments.ts';
import { readPlacementCost } from '../extracts/placement-costs.ts';
import { rowChecker } from '../extracts/row-checker.ts';
import { applyMapping } from '../mappings/apply-mapping.ts';
import type { SavedMapping } from '../mappings/saved-mapping.ts';
import type { RowKind } from './file-kind.ts';
import type { RecognisedFile } from './recognised-file.ts';
import type { CheckedBatch } from './rejection.ts';
import type { RowBatch } from './row-batch.ts';

/** What the checks need to know beside the file itself. */
export interface ReadingContext {
  /** The return year (1 April of the year before to 31 March) whose code lists apply; undefined accepts a code of any year. */
  readonly returnYear: number | undefined;
  /** For a layout of the council's own; when given it decides the kind of the rows. */
  readonly mapping?: SavedMapping;
}

/** Checks some rows of one table. */
export type Checker = (batch: RowBatch) => CheckedBatch;

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
    case 'general_ledger': {
      const check = rowChecker(kind, header, readLedgerLine);
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

/** The checker of a recognised table. Throws a WellplacedError when its layout is not known and no mapping is given. */
export function checkerOf(
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
