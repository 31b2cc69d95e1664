import { vi } from 'vitest';
import type { CouncilTransaction, Ground } from '../../src/platform/database/ground.ts';

/** A transaction that was stopped half-way. */
export interface Held {
  /** Resolves when the transaction has come to the place. */
  readonly reached: Promise<void>;
  letGo(): void;
}

type Transaction = CouncilTransaction<Record<string, unknown>>;

/** Holds the first transaction of the ground that adds rows to the table, once it has added some, until it is let go. */
export function holdAfterAddingTo(ground: Ground, table: string): Held {
  let reach = () => {};
  let letGo = () => {};
  const reached = new Promise<void>((resolve) => {
    reach = resolve;
  });
  const released = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  const transaction = ground.transaction.bind(ground);
  const spy = vi.spyOn(ground, 'transaction');
  spy.mockImplementation((acting, work) =>
    transaction<Record<string, unknown>, never>(acting, (tx) => {
      const held: Transaction = {
        ...tx,
        async insertMany(...insert) {
          const added = await tx.insertMany(...insert);
          if (insert[0] === table) {
            reach();
            await released;
          }
          return added;
        },
      };
      return work(held as unknown as Parameters<typeof work>[0]) as Promise<never>;
    }),
  );
  return {
    reached,
    letGo() {
      spy.mockRestore();
      letGo();
    },
  };
}
