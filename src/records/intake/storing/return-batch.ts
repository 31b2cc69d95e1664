import type { ReturnRow } from '../../returns/return-module.ts';
import { isReturnModule } from '../files/file-kind.ts';
import type { CheckedBatch } from '../files/rejection.ts';

type ReturnBatch = Extract<CheckedBatch, { rows: readonly ReturnRow[] }>;

/** Whether a batch is of a module of the return. */
export function isReturnBatch(batch: CheckedBatch): batch is ReturnBatch {
  return isReturnModule(batch.kind);
}
