import { AsyncLocalStorage } from 'node:async_hooks';

const current = new AsyncLocalStorage<{ open: boolean }>();

/**
 * Throws when called from inside a transaction: the embedded database has one session, so a second
 * would wait for the first for ever; on a server it would not see what the first has done.
 */
export function outsideTransactions(): void {
  if (current.getStore()?.open) {
    throw new Error(
      'this is inside a transaction already; pass the transaction on, or end it first',
    );
  }
}

/** Marks everything the work calls as inside a transaction. */
export async function insideTransaction<Result>(work: () => Promise<Result>): Promise<Result> {
  outsideTransactions();
  const mark = { open: true };
  try {
    return await current.run(mark, work);
  } finally {
    mark.open = false;
  }
}
