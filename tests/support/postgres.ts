import { execFile, spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { chmod, chown, mkdtemp } from 'node:fs/promises';
import { createServer, Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import pg from 'pg';

/** A PostgreSQL server of the tests' own. */
export interface ThrowAwayServer {
  /** The address of a database for the service, a role that owns nothing, as deploy/create-roles.sql makes it. */
  addressOf(database: string): string;
  /** Runs statements as superuser in the maintenance database. */
  administer(...statements: string[]): Promise<void>;
  /** Makes one as an administrator does; gives its name. */
  newDatabase(template?: string, tablespace?: string): Promise<string>;
}

/** The folder of initdb, postgres and psql, newest version first; undefined when PostgreSQL is not installed. */
export function postgresPrograms(): string | undefined {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian) : [];
  const folders = [
    ...(process.env.PATH ?? '').split(delimiter),
    ...versions
      .sort((a, b) => Number(b) - Number(a))
      .map((version) => join(debian, version, 'bin')),
  ];
  return folders.find((folder) =>
    ['initdb', 'postgres', 'psql'].every((n) => existsSync(join(folder, n))),
  );
}

/** Speed for safety: nothing here outlives the run. */
const SETTINGS = [
  'max_connections=200',
  'max_wal_size=2GB',
  'fsync=off',
  'synchronous_commit=off',
  'full_page_writes=off',
];

interface Account {
  readonly uid?: number;
  readonly gid?: number;
}

/** PostgreSQL refuses to run as root; then it runs as `postgres`, or `nobody`. */
function account(): Account {
  if (process.getuid?.() !== 0) return {};
  for (const name of ['postgres', 'nobody']) {
    const [uid, gid] = ['-u', '-g'].map((flag) => spawnSync('id', [flag, name]));
    if (uid?.status === 0 && gid?.status === 0) {
      return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
    }
  }
  throw new Error('running as root, and neither postgres nor nobody is there to run a server as');
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no free port');
  return address.port;
}

/**
 * Stops the server and removes its folder as soon as the standard input closes, which it does
 * however the tests end, kill -9 included.
 */
const KEEPER = `
folder=$1; shift
"$@" 2> "$folder/server.log" &
server=$!
read -r _
kill -INT $server
wait $server
rm -rf "$folder"
`;

async function untilAnswering(superuser: pg.Pool, folder: string): Promise<void> {
  for (let attempt = 0; attempt < 200; attempt++) {
    const answered = await superuser.query('select 1').catch(() => undefined);
    if (answered !== undefined) return;
    await delay(50);
  }
  throw new Error(`the throw-away server did not start; see ${join(folder, 'server.log')}`);
}

const SCRIPT = fileURLToPath(new URL('../../deploy/create-roles.sql', import.meta.url));

/** What an administrator does before Wellplaced is first started. */
async function createRoles(programs: string, port: number, database: string): Promise<void> {
  const names = { database, owner: 'owner', service: 'service' };
  const named = Object.entries(names).map(([name, value]) => `--set=${name}=${value}`);
  const where = ['--host=127.0.0.1', `--port=${port}`, '--username=superuser', '--no-psqlrc'];
  const words = [...where, ...named, `--file=${SCRIPT}`, 'postgres'];
  await promisify(execFile)(join(programs, 'psql'), words);
}

/** The address of the same database for its owner, which migrates it. */
export function ownersAddress(address: string): string {
  return address.replace('//service@', '//owner@');
}

async function start(programs: string): Promise<ThrowAwayServer> {
  const as = account();
  const folder = await mkdtemp(join(tmpdir(), 'wellplaced-server-'));
  await chmod(folder, 0o700);
  if (as.uid !== undefined && as.gid !== undefined) await chown(folder, as.uid, as.gid);
  const made = spawnSync(
    join(programs, 'initdb'),
    ['-D', folder, '-U', 'superuser', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync'],
    { ...as, encoding: 'utf8', cwd: folder },
  );
  if (made.status !== 0) throw new Error(`initdb failed:\n${made.stderr}`);
  const port = await freePort();
  const command = [join(programs, 'postgres'), '-D', folder, '-p', String(port)];
  command.push('-h', '127.0.0.1', '-k', folder, ...SETTINGS.flatMap((setting) => ['-c', setting]));
  const keeper = spawn('sh', ['-c', KEEPER, 'keeper', folder, ...command], {
    ...as,
    cwd: tmpdir(),
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  });
  keeper.unref();
  if (keeper.stdin instanceof Socket) keeper.stdin.unref();
  const superuser = new pg.Pool({
    connectionString: `postgres://superuser@127.0.0.1:${port}/postgres`,
    max: 1,
    allowExitOnIdle: true,
  });
  superuser.on('error', () => undefined); // the server ends with the run
  await untilAnswering(superuser, folder);
  const administer = async (...statements: string[]) => {
    for (const statement of statements) await superuser.query(statement);
  };
  let turn = Promise.resolve();
  return {
    administer,
    addressOf: (database) => `postgres://service@127.0.0.1:${port}/${database}`,
    async newDatabase(template, tablespace = 'pg_default') {
      const name = `test_${randomBytes(6).toString('hex')}`;
      // Files copied as they are, for nothing of what is copied need reach the log.
      await administer(
        `create database ${name} template ${template ?? 'template0'} tablespace ${tablespace} strategy file_copy`,
      );
      if (template !== undefined) {
        // What is inside is copied; who owns the database and may enter it is not.
        await administer(
          `update pg_database as copy set datdba = whole.datdba, datacl = whole.datacl
          from pg_database as whole where copy.datname = '${name}' and whole.datname = '${template}'`,
        );
        return name;
      }
      turn = turn.then(() => createRoles(programs, port, name));
      await turn;
      return name;
    },
  };
}

let started: Promise<ThrowAwayServer> | undefined;

/** The server of this run of the tests, started at the first call; its data is gone when the run ends. */
export function throwAwayServer(programs: string): Promise<ThrowAwayServer> {
  started ??= start(programs);
  return started;
}
