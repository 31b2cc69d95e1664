import type { CodeListName } from '../codes/code-status.ts';
import type { ReturnColumn } from './return-module.ts';

type Demands = Partial<Pick<ReturnColumn, 'required' | 'expected' | 'mustBeReadable'>>;

/** A column of days. */
export function date(name: string, demands: Demands = {}): ReturnColumn {
  return { name, type: 'date', required: false, ...demands };
}

/** A column of codes from a list. */
export function code(name: string, list: CodeListName, demands: Demands = {}): ReturnColumn {
  return { name, type: 'code', list, required: false, ...demands };
}

/** A column of free text. */
export function text(name: string): ReturnColumn {
  return { name, type: 'text', required: false };
}

/** A column of identifiers that are no child's: digits that a spreadsheet may have changed. */
export function identifier(name: string): ReturnColumn {
  return { name, type: 'identifier', required: false };
}

/** A column of postcodes. */
export function postcode(name: string): ReturnColumn {
  return { name, type: 'postcode', required: false };
}

/** A column of whole numbers between two bounds. */
export function integer(name: string, least: number, most: number): ReturnColumn {
  return { name, type: 'integer', least, most, required: false };
}

/** CHILD, which every module has: the council's own identifier. */
export const CHILD: ReturnColumn = { name: 'CHILD', type: 'childId', required: true };
