import {
  type Cells,
  type CouncilFile,
  type Import,
  KINDS,
  type Kind,
  type Link,
  pathOf,
} from './council-files.ts';
import { isWithin, unreadOf, wholeOnes } from './slow-extent.ts';
import { type Line, linesAfter, textsOf } from './slow-lines.ts';
import { Following, followed, linesTogether, saidTogether } from './slow-links.ts';
import { listAfter } from './slow-lists.ts';
import { returnsAfter, type Said, staysOf } from './slow-returns.ts';

/** What stands, in words: each record by its kind as one text, in order. */
export type Stands = Readonly<Record<string, readonly string[]>>;

/** An import, or a link, that stands, with its number among all that were made. */
export interface Standing {
  readonly number: number;
  readonly made: Import | Link;
}

const ALL_KINDS = Object.keys(KINDS) as Kind[];

/** What of each kind is compared, beside the import that said it. */
const COMPARED: { readonly [Each in Kind]: readonly string[] } = {
  placement_costs: [
    ...['child_id', 'placement_start', 'element', 'funder', 'from', 'provider', 'cost_centre'],
    ...['subjective', 'weekly_rate', 'to', 'contract'],
  ],
  payments: [
    ...[
      'payment_ref',
      'child_id',
      'placement_start',
      'element',
      'period_from',
      'run_date',
      'gross',
    ],
  ],
  general_ledger: [
    ...['journal', 'journal_line', 'posting_date', 'cost_centre', 'subjective', 'amount'],
    'supplier',
  ],
  budgets: ['financial_year', 'cost_centre', 'subjective', 'annual_amount'],
  postcodes: ['postcode', 'district'],
  providers: ['URN', 'name'],
  children_names: ['child_id', 'given_name', 'family_name'],
  header: ['CHILD', 'SEX', 'DOB'],
  episodes: ['CHILD', 'DECOM', 'RNE', 'PLACE', 'DEC', 'REC'],
  reviews: ['CHILD', 'REVIEW', 'REVIEW_CODE'],
  oc2: ['CHILD', 'SDQ_SCORE'],
};

/** A record as one text. */
export function recordText(parts: readonly unknown[]): string {
  return parts.map((part) => String(part ?? '')).join(' | ');
}

/** Files in the order in which they are read: of older returns first. */
function inOrder(files: readonly CouncilFile[]): readonly CouncilFile[] {
  return [...files].sort((one, other) =>
    `${one.year} ${pathOf(one)}` < `${other.year} ${pathOf(other)}` ? -1 : 1,
  );
}

/** What stands when these imports came in, one after the other, and nothing else ever did. */
export function standsAfter(imports: readonly Standing[]): Stands {
  const lines = new Map<Kind, readonly Line[]>();
  const said = new Map<Kind, readonly Said[]>();
  const years: number[] = [];
  const wholeYears: number[] = [];
  const following = new Following();
  for (const { number, made: one } of imports) {
    if (one.what === 'link') {
      const together = following.add(one);
      for (const [kind, each] of lines) lines.set(kind, linesTogether(kind, each, together));
      for (const [kind, each] of said) said.set(kind, saidTogether(kind, each, together));
      continue;
    }
    const read = inOrder(one.files.filter(({ isDamaged }) => !isDamaged)).map((file) =>
      followed(file, following),
    );
    years.push(...read.filter(({ kind }) => kind === 'episodes').map(({ year }) => year));
    wholeYears.push(...wholeOnes(one.files, 'episodes', one.extent).map(({ year }) => year));
    for (const kind of ALL_KINDS) {
      const files = read.filter((file) => file.kind === kind);
      if (files.length === 0) continue;
      const whole = wholeOnes(one.files, kind, one.extent);
      const unread = unreadOf(whole, (childId) => following.standing(childId));
      if (KINDS[kind].shape === 'return') {
        const before = said.get(kind) ?? [];
        const first = Math.min(...years);
        said.set(kind, returnsAfter(kind, before, files, whole, unread, first));
      } else {
        const after = KINDS[kind].shape === 'lines' ? linesAfter : listAfter;
        const within = isWithin(kind, whole);
        const stays = (cells: Cells) => !within(cells) || unread(cells[KINDS[kind].about] ?? '');
        const before = lines.get(kind) ?? [];
        lines.set(kind, after(kind, before, files, number, whole.length > 0 ? stays : undefined));
      }
    }
  }
  const texts = ALL_KINDS.map((kind) => {
    const names = COMPARED[kind];
    const records =
      kind === 'episodes'
        ? staysOf(said.get(kind) ?? [], wholeYears).map(({ cells, dec, rec, year }) =>
            recordText([textsOf(cells, names), dec, rec, year]),
          )
        : [
            ...(said.get(kind) ?? []).map(({ cells, year }) =>
              recordText([textsOf(cells, names), year]),
            ),
            ...(lines.get(kind) ?? []).map(({ cells, by }) =>
              recordText([textsOf(cells, names), by]),
            ),
          ];
    return [kind, records.sort()];
  });
  return Object.fromEntries(texts);
}
