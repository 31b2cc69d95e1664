import type { VNode } from 'preact';
import { type FigureTile, FigureTiles } from '../../../../platform/components/figure-tiles.tsx';
import { SummaryList } from '../../../../platform/components/summary-list.tsx';
import { paths } from '../../../paths.ts';
import type { ImportedFile } from '../../outcome-parts.ts';

/** What the counts of an import mean, in the order in which they are shown. */
const MEANINGS = {
  rows: {
    name: 'Rows',
    meaning: 'Rows of the file below its header; empty lines are not counted.',
  },
  accepted: { name: 'Accepted', meaning: 'Rows that could be used. Rows = accepted + rejected.' },
  rejected: {
    name: 'Rejected',
    meaning:
      'Rows without something they cannot be used without, such as the child, or with it unreadable. Nothing of them was stored; they are kept here to be corrected.',
  },
  superseded: {
    name: 'Superseded',
    meaning:
      'Accepted rows for which another row stands: an identical one, or that of a later return.',
  },
  repaired: {
    name: 'Repaired',
    meaning:
      'Accepted rows that a history rule altered, such as an episode closed by a later return. Each repair is in the log the first time it is made.',
  },
  added: { name: 'Added', meaning: 'Records that are new because of this file.' },
  changed: { name: 'Changed', meaning: 'Records already held that this file changed.' },
  withdrawn: {
    name: 'Withdrawn',
    meaning:
      'Records already held that this file, which stands for all there is, does not hold any more. What they said is kept.',
  },
} as const;
export type CountName = keyof typeof MEANINGS;

/** The counts, in order. */
export const COUNTS = Object.keys(MEANINGS) as readonly CountName[];

/** The name of a count: `Accepted`. */
export function countName(count: CountName): string {
  return MEANINGS[count].name;
}

/** The sum of each count over the files of an import. */
export function totalsOf(files: readonly ImportedFile[]): Readonly<Record<CountName, number>> {
  const sum = (count: CountName) => files.reduce((all, file) => all + file[count], 0);
  return Object.fromEntries(COUNTS.map((count) => [count, sum(count)])) as Record<
    CountName,
    number
  >;
}

/** The rows behind a count, where they are listed. */
function rowsOf(count: CountName, importId: string): string | undefined {
  if (count === 'rejected') return '#rejected';
  return count === 'repaired' ? paths.repairs(importId) : '#files';
}

/** The totals as headline figures, each linked to what it means and to what is behind it. */
export function CountTiles(props: {
  readonly importId: string;
  readonly files: readonly ImportedFile[];
}): VNode {
  const totals = totalsOf(props.files);
  const tiles = COUNTS.map((count): FigureTile => {
    const rows = totals[count] === 0 ? undefined : rowsOf(count, props.importId);
    return {
      label: countName(count),
      value: totals[count].toLocaleString('en-GB'),
      definition: `#meaning-${count}`,
      ...(rows === undefined ? {} : { rows }),
    };
  });
  return <FigureTiles tiles={tiles} />;
}

/** What each count means. */
export function CountMeanings(): VNode {
  return (
    <>
      <h2 class="govuk-heading-m">What the counts mean</h2>
      <SummaryList
        rows={COUNTS.map((count) => ({
          key: MEANINGS[count].name,
          value: <span id={`meaning-${count}`}>{MEANINGS[count].meaning}</span>,
        }))}
      />
    </>
  );
}
