import type { RowFinding } from './rejection.ts';

/** Rules of how a value is written, of which one finding says all: what a file writes so once, it writes so on every row. */
const TOLD_ONCE: ReadonlySet<string> = new Set(['identifier-tidied', 'value-tidied']);

/** A judge of whether a finding says something that none before it has said. */
export function onceTold(): (finding: Pick<RowFinding, 'rule' | 'column' | 'value'>) => boolean {
  const told = new Set<string>();
  return ({ rule, column, value }) => {
    if (!TOLD_ONCE.has(rule)) return true;
    const name = `${rule}|${column}|${value}`;
    if (told.has(name)) return false;
    told.add(name);
    return true;
  };
}
