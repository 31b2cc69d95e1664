import { instantInWords } from '../../../../core/instant.ts';
import type { CouncilTransaction } from '../../../../platform/database/ground.ts';
import type { TabularRow } from '../../../../platform/downloads/tabular-data.ts';
import type { ReadingRequest } from '../../../../platform/http/route.ts';
import type { FileNaming } from '../../../../platform/lists/file-naming.ts';
import type { Asked, FileRows } from '../../../../platform/lists/list.ts';
import { underPseudonyms } from '../../../findings/under-pseudonyms.ts';
import type { RecordsTables } from '../../../storage/records-tables.ts';
import { betweenAsked } from '../../between.ts';
import { CHANGE_KIND_WORDS } from '../../change-kind.ts';
import type { ValueInWords } from '../../column-in-words.ts';
import { beforeAndAfter, keyInWords } from '../../record-in-words.ts';
import { recordsInWords } from '../../records-called.ts';
import { kindInWords } from '../../revision-in-words.ts';
import { type RevisionTold, revisionsNumbered } from '../../revisions-told.ts';
import { filterOf, orderOf } from './asked-changes.ts';
import type { ChangesValues } from './filters.tsx';
import { type ListedChange, listedChanges } from './listed-changes.ts';

type Transaction = CouncilTransaction<RecordsTables>;

/** Read at once: what became different is worked out anew for each reading. */
const CHANGES_AT_ONCE = 10_000;

/** Columns by which a child could be known again; a file under pseudonyms says that they changed, not from what to what. */
const IDENTIFYING: ReadonlySet<string> = new Set([
  ...['dob', 'mc_dob', 'upn', 'home_post', 'pl_post', 'urn', 'payment_ref', 'corrects_ref'],
]);

/** What children are called and where they live, which leaves in the file of names alone. */
const NAMES: ReadonlySet<string> = new Set(['given_name', 'family_name', 'home_address']);

const NOTHING: ReadonlySet<string> = new Set();

/** The number of a home in the list of homes tells of no child. */
function identifyingIn(table: string): ReadonlySet<string> {
  return table === 'provider' ? NOTHING : IDENTIFYING;
}

function valuesInOneCell(
  table: string,
  values: readonly ValueInWords[],
  naming: FileNaming,
): string | null {
  if (values.length === 0) return null;
  return values
    .map(({ column, name, value }) => {
      const identifies = identifyingIn(table).has(column);
      const withheld = NAMES.has(column) || (naming === 'under pseudonyms' && identifies);
      return `${name}: ${withheld && value !== 'empty' ? 'withheld' : value}`;
    })
    .join('; ');
}

function fileRow(
  change: ListedChange,
  cause: RevisionTold | undefined,
  naming: FileNaming,
): TabularRow {
  const { childId, pseudonym, table, kind, path, line } = change;
  const { before, after } = beforeAndAfter(change);
  const own = new Set(childId === null ? [] : [childId]);
  const hidden = (text: string | null) =>
    text === null || naming === 'as on the page'
      ? text
      : underPseudonyms(text, own, () => pseudonym ?? '');
  return {
    change: CHANGE_KIND_WORDS[kind].text,
    records: recordsInWords(table),
    record: hidden(
      keyInWords(change, naming === 'under pseudonyms' ? identifyingIn(table) : undefined),
    ),
    child: naming === 'under pseudonyms' ? pseudonym : childId,
    before: hidden(valuesInOneCell(table, before, naming)),
    after: hidden(valuesInOneCell(table, after, naming)),
    cause: cause === undefined ? null : kindInWords(cause),
    when: cause === undefined ? null : instantInWords(cause.madeAt),
    who: cause?.by ?? null,
    file: path,
    line,
  };
}

/** All that the filters leave, read some at a time while it is sent: two states of the records do not change any more. */
export async function changesFile(
  request: ReadingRequest,
  { values, order }: Asked<ChangesValues>,
  naming: FileNaming,
): Promise<FileRows> {
  const { between, filter } = await request.read(async (tx: Transaction) => ({
    between: await betweenAsked(tx, values),
    filter: await filterOf(tx, values),
  }));
  if (between === undefined) return { rows: [], total: 0 };
  async function* rows(of: NonNullable<typeof between>): AsyncGenerator<TabularRow> {
    for (let offset = 0; ; offset += CHANGES_AT_ONCE) {
      const page = { ...orderOf(order), offset, limit: CHANGES_AT_ONCE };
      const { some, causes } = await request.read(async (tx: Transaction) => {
        const listed = await listedChanges(tx, of, filter, page);
        const numbers = [...new Set(listed.map(({ revision }) => revision))];
        return { some: listed, causes: await revisionsNumbered(tx, numbers) };
      });
      for (const change of some) yield fileRow(change, causes.get(change.revision), naming);
      if (some.length < CHANGES_AT_ONCE) return;
    }
  }
  return { rows: rows(between) };
}
