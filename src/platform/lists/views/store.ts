import type { CouncilTransaction } from '../../database/ground.ts';
import type { MigratedTables } from '../../migrations/tables.d.ts';

type ViewTables = Pick<MigratedTables, 'saved_view'>;

type Transaction = CouncilTransaction<ViewTables>;

/** How many views of one list a person may keep. */
export const MOST_VIEWS = 20;

/** Whose views of which list. */
export interface Owner {
  readonly personId: string;
  /** The list's name. */
  readonly list: string;
}

/** A view of a list that a person keeps. */
export interface SavedView {
  readonly viewId: string;
  readonly name: string;
  /** Filters and order, as the list's address has them. */
  readonly query: string;
  /** Whether the list opens with it. */
  readonly isDefault: boolean;
}

/** The person's own views of the list, by name. */
export async function viewsOf(tx: Transaction, { personId, list }: Owner): Promise<SavedView[]> {
  const rows = await tx.rows(
    `select view_id, name, query, is_default from saved_view
     where authority_id = $1 and person_id = $2::uuid and list = $3 order by lower(name), name`,
    [tx.authority, personId, list],
  );
  return rows.map(([viewId, name, query, isDefault]) => ({
    viewId: String(viewId),
    name: String(name),
    query: String(query),
    isDefault: isDefault === true,
  }));
}

/** The person's views, read so that nobody else, and no second window of theirs, changes them meanwhile. */
async function viewsToChange(tx: Transaction, owner: Owner): Promise<SavedView[]> {
  await tx.rows(
    'select 1 from person where authority_id = $1 and person_id = $2::uuid for no key update',
    [tx.authority, owner.personId],
  );
  return viewsOf(tx, owner);
}

/** Why a view was not stored. */
export type NotStored = 'name-taken' | 'too-many' | 'gone';

function named(views: readonly SavedView[], name: string): SavedView | undefined {
  return views.find((view) => view.name.toLowerCase() === name.toLowerCase());
}

async function noDefault(tx: Transaction, { personId, list }: Owner): Promise<void> {
  await tx.db
    .updateTable('saved_view')
    .set({ is_default: false })
    .where('authority_id', '=', tx.authority)
    .where('person_id', '=', personId)
    .where('list', '=', list)
    .where('is_default', '=', true)
    .execute();
}

function change(
  tx: Transaction,
  { personId, list }: Owner,
  viewId: string,
  to: Partial<ViewTables['saved_view']>,
) {
  return tx.db
    .updateTable('saved_view')
    .set(to)
    .where('authority_id', '=', tx.authority)
    .where('view_id', '=', viewId)
    .where('person_id', '=', personId)
    .where('list', '=', list)
    .execute();
}

/** A view as a person saves it. */
export interface NewView extends Omit<SavedView, 'viewId'> {
  /** Used where no view of that name is replaced. */
  readonly newId: string;
  /** Whether it may take the place of one of the same name. */
  readonly replaces: boolean;
  readonly now: Date;
}

/** Stores a view, and gives its id; or says why it was not. */
export async function saveView(
  tx: Transaction,
  owner: Owner,
  view: NewView,
): Promise<{ readonly viewId: string } | NotStored> {
  const { name, query, isDefault, now } = view;
  const views = await viewsToChange(tx, owner);
  const same = named(views, name);
  if (same !== undefined && !view.replaces) return 'name-taken';
  if (same === undefined && views.length >= MOST_VIEWS) return 'too-many';
  if (isDefault) await noDefault(tx, owner);
  if (same !== undefined) {
    const to = { name, query, is_default: isDefault, saved_at: now };
    await change(tx, owner, same.viewId, to);
    return { viewId: same.viewId };
  }
  await tx.insertMany(
    'saved_view',
    ['view_id', 'person_id', 'list', 'name', 'query', 'is_default', 'saved_at'],
    [[view.newId, owner.personId, owner.list, name, query, isDefault, now]],
  );
  return { viewId: view.newId };
}

/** What a person does with one of their views. */
export type Doing = { readonly rename: string } | { readonly isDefault: boolean } | 'delete';

/** Does it; says why not where it was not done. */
export async function changeView(
  tx: Transaction,
  owner: Owner,
  viewId: string,
  doing: Doing,
): Promise<'done' | NotStored> {
  const views = await viewsToChange(tx, owner);
  if (!views.some((view) => view.viewId === viewId)) return 'gone';
  if (doing === 'delete') {
    await tx.db
      .deleteFrom('saved_view')
      .where('authority_id', '=', tx.authority)
      .where('view_id', '=', viewId)
      .where('person_id', '=', owner.personId)
      .execute();
    return 'done';
  }
  if ('rename' in doing) {
    const same = named(views, doing.rename);
    if (same !== undefined && same.viewId !== viewId) return 'name-taken';
    await change(tx, owner, viewId, { name: doing.rename });
    return 'done';
  }
  await noDefault(tx, owner);
  if (doing.isDefault) await change(tx, owner, viewId, { is_default: true });
  return 'done';
}
