import { WellplacedError } from '../../core/errors.ts';
import type { AuditNote } from '../audit/note.ts';
import { engineOf } from '../database/engine.ts';
import type { Ground, Migration } from '../database/ground.ts';
import type { DatabasePlace } from '../database/open-ground.ts';
import { openAsOwner } from '../database/open-ground.ts';
import type { PlatformTables } from '../database/platform-tables.ts';
import { notesIn } from './audit-notes.ts';
import { openBackup, writeBackup } from './backup-file.ts';
import { fillDatabase } from './fill-database.ts';
import { type Counts, type Piece, Tally } from './piece.ts';
import { readPieces } from './read-pieces.ts';

async function* tallied(pieces: AsyncIterable<Piece>, tally: Tally): AsyncGenerator<Piece> {
  for await (const piece of pieces) {
    tally.add(piece);
    yield piece;
  }
}

/** That everything was taken away stands on every council's trail, and so in the copy too. */
async function writeDown(ground: Ground, actor: string, reason: string): Promise<void> {
  for (const { code } of await ground.authorities()) {
    await ground.transaction<PlatformTables, number>({ authority: code, actor, reason }, (tx) =>
      tx.insertMany(
        'audit_entry',
        ['action', 'table_name', 'row_key'],
        [['export', 'whole database', {}]],
      ),
    );
  }
}

/** What a backup holds: its rows by table, and the last entry of each council's audit trail. */
export interface BackedUp {
  readonly counts: Counts;
  /** Undefined when the backup was made by a version that noted none. */
  readonly notes: readonly AuditNote[] | undefined;
}

/** Writes everything that the database holds at one moment to a file that is not there yet. `actor` stands in the audit trail. */
export async function backUp(
  ground: Ground,
  file: string,
  { actor, now }: { readonly actor: string; readonly now: Date },
): Promise<BackedUp> {
  await writeDown(ground, actor, 'backup of the database');
  const tally = new Tally();
  const notes = await engineOf(ground).transaction('read only', async (session) => {
    const { rows } = await session.arrays('select name from schema_migration order by name');
    const migrations = rows.map(([name]) => String(name));
    const createdAt = now.toISOString();
    const notes = await notesIn(session, createdAt);
    const header = { wellplacedBackup: 1, createdAt, migrations, notes } as const;
    const pieces = tallied(readPieces(session), tally);
    await writeBackup(file, header, pieces, () => tally.counts());
    return notes;
  });
  return { counts: tally.counts(), notes };
}

/**
 * Fills a new database from a backup, with the schema that the backup had, and then brings it up to date.
 * Throws `backup-damaged`, `backup-of-another-version`, `database-not-empty`, `copy-differs`; then nothing is kept.
 */
export async function restoreFrom(
  file: string,
  place: DatabasePlace,
  migrations: readonly Migration[],
): Promise<BackedUp> {
  const backup = await openBackup(file);
  try {
    const had = backup.header.migrations;
    const unknown = had.filter((name) => !migrations.some((each) => each.name === name));
    if (unknown.length > 0) {
      throw new WellplacedError(
        'backup-of-another-version',
        `The backup is of a later version of Wellplaced: it has ${unknown.join(', ')}.`,
        'Use the version that made the backup, or a later one.',
      );
    }
    const ground = await openAsOwner(
      place,
      migrations.filter(({ name }) => had.includes(name)),
    );
    let counts: Counts;
    try {
      counts = await fillDatabase(engineOf(ground), backup.pieces, backup.counts);
    } finally {
      await ground.close();
    }
    const upToDate = await openAsOwner(place, migrations);
    try {
      await upToDate.freshenStatistics(Object.keys(counts));
    } finally {
      await upToDate.close();
    }
    return { counts, notes: backup.header.notes };
  } finally {
    backup.close();
  }
}

/** Copies everything that one database holds into another, new one. As restoreFrom, without a file between. */
export async function copyTo(source: Ground, target: Ground, actor: string): Promise<Counts> {
  await writeDown(source, actor, 'copy of the database to another');
  const tally = new Tally();
  const counts = await engineOf(source).transaction('read only', (session) =>
    fillDatabase(engineOf(target), tallied(readPieces(session), tally), () => tally.counts()),
  );
  await target.freshenStatistics(Object.keys(counts));
  return counts;
}
