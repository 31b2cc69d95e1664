import type { CouncilTransaction } from './ground.ts';
import type { PlatformTables } from './platform-tables.ts';

/** What a council settles for itself. */
export interface AuthoritySettings {
  /** After how many days without a sign-in a person’s access tokens rest. */
  readonly tokenRestDays: number;
  /** How many megabytes (of 2^20 bytes) of uploads may wait or be held, of everybody and of one person. */
  readonly uploadCouncilMb: number;
  readonly uploadPersonMb: number;
  /** How many uploads of one person may arrive, wait or run at once. */
  readonly uploadsWaiting: number;
}

/** The least and the most of each, as the database has it too. */
export const SETTING_BOUNDS: Readonly<Record<keyof AuthoritySettings, readonly [number, number]>> =
  {
    tokenRestDays: [1, 365],
    uploadCouncilMb: [10, 1_000_000],
    uploadPersonMb: [10, 1_000_000],
    uploadsWaiting: [1, 1_000],
  };

const COLUMNS = {
  tokenRestDays: 'token_rest_days',
  uploadCouncilMb: 'upload_council_mb',
  uploadPersonMb: 'upload_person_mb',
  uploadsWaiting: 'uploads_waiting',
} as const satisfies Record<keyof AuthoritySettings, keyof PlatformTables['authority']>;

const SETTINGS = Object.keys(COLUMNS) as readonly (keyof AuthoritySettings)[];

type Transaction = CouncilTransaction<PlatformTables>;

/** What the council has settled. */
export async function loadSettings(tx: Pick<Transaction, 'authority' | 'rows'>) {
  const [row = []] = await tx.rows(
    `select ${Object.values(COLUMNS).join(', ')} from authority where authority_id = $1`,
    [tx.authority],
  );
  const settled = SETTINGS.map((name, at) => [name, Number(row[at])] as const);
  return Object.fromEntries(settled) as unknown as AuthoritySettings;
}

/** Settles these for the council; what is left out stays. */
export async function changeSettings(
  tx: Transaction,
  changed: Partial<AuthoritySettings>,
): Promise<void> {
  const columns = SETTINGS.flatMap((name) =>
    changed[name] === undefined ? [] : [[COLUMNS[name], changed[name]]],
  );
  if (columns.length === 0) return;
  await tx.db
    .updateTable('authority')
    .set(Object.fromEntries(columns))
    .where('authority_id', '=', tx.authority)
    .execute();
}
