import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const RUNNER = fileURLToPath(new URL('../tests/support/run-typescript.mjs', import.meta.url));
const ROOT = fileURLToPath(new URL('..', import.meta.url));

async function throwAwayDatabase() {
  const child = spawn(process.execPath, [RUNNER, 'tests/support/serve-database.ts'], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  for await (const address of createInterface(child.stdout)) {
    return { address, close: async () => void child.kill() };
  }
  throw new Error('no PostgreSQL server could be started; install one or set DATABASE_URL');
}

/** A database of each kind for one run. */
export const databases = {
  async embedded(folder) {
    return {
      note: '',
      environment: { DATABASE_URL: '', WELLPLACED_DATA: folder, WELLPLACED_MOST_ROWS: '10000000' },
      close: async () => undefined,
    };
  },
  async server(folder) {
    const own = process.env.DATABASE_URL;
    const { address, close } = own
      ? { address: own, close: async () => undefined }
      : await throwAwayDatabase();
    return {
      note: own ? '' : ' (fsync off)',
      // Copies councils by plain SQL, past what keeps them apart.
      administrator:
        process.env.BENCH_ADMINISTRATOR_URL ?? address.replace('//service@', '//superuser@'),
      environment: {
        DATABASE_URL: address,
        WELLPLACED_DATA: folder,
        WELLPLACED_MOST_ROWS: '10000000',
      },
      close,
    };
  },
};
