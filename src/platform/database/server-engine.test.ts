import { connect, createServer, type Server, type Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newServerDatabase } from '../../../tests/support/databases.ts';
import {
  ALPHA,
  type ExampleTables,
  exampleMigrations,
} from '../../../tests/support/example-tables.ts';
import { postgresPrograms } from '../../../tests/support/postgres.ts';
import type { Ground } from './ground.ts';
import { groundOn, openGround } from './open-ground.ts';
import { serverEngine } from './server-engine.ts';

const programs = postgresPrograms();
const UNAVAILABLE = { name: 'WellplacedError', code: 'database-unavailable' };

/** A wire to the server that can be cut. */
class Wire {
  readonly #sockets = new Set<Socket>();
  readonly #target: URL;
  #server: Server | undefined;
  whole = true;

  constructor(address: string) {
    this.#target = new URL(address);
  }

  async address(): Promise<string> {
    const server = createServer((near) => {
      const far = connect(Number(this.#target.port), this.#target.hostname);
      if (!this.whole) far.destroy();
      for (const [from, to] of [
        [near, far],
        [far, near],
      ] as const) {
        this.#sockets.add(from);
        from.on('error', () => undefined).on('close', () => to.destroy());
        from.pipe(to);
      }
    });
    this.#server = server;
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const url = new URL(this.#target);
    const bound = server.address();
    url.port = String(typeof bound === 'object' ? bound?.port : '');
    return url.href;
  }

  cut(): void {
    this.whole = false;
    for (const socket of this.#sockets) socket.destroy();
    this.#sockets.clear();
  }

  async close(): Promise<void> {
    this.cut();
    await new Promise((resolve) => this.#server?.close(resolve));
  }
}

describe('a server that cannot be reached', () => {
  it('is named, without its password, with what to do', async () => {
    const databaseUrl = 'postgres://someone:secret@127.0.0.1:1/nowhere';
    const opening = openGround({ databaseUrl, dataFolder: '' }, exampleMigrations);
    await expect(opening).rejects.toMatchObject({
      ...UNAVAILABLE,
      message: expect.stringMatching(/127\.0\.0\.1:1\/nowhere .*ECONNREFUSED/),
      remedy: expect.stringContaining('DATABASE_URL'),
    });
    await expect(opening).rejects.not.toThrow('secret');
  });
});

describe.skipIf(programs === undefined)('a connection that is lost', () => {
  let wire: Wire;
  let ground: Ground;
  beforeEach(async () => {
    wire = new Wire(await newServerDatabase(programs ?? '', exampleMigrations));
    ground = await groundOn(serverEngine(await wire.address()), exampleMigrations);
  });
  afterEach(async () => {
    await ground.close();
    await wire.close();
  });

  const add = (id: string, meanwhile: () => void) =>
    ground.transaction<ExampleTables, unknown>(ALPHA, async (tx) => {
      await tx.insertMany('example', ['example_id'], [[id]]);
      meanwhile();
      return await tx.rows('select 1');
    });

  const ids = () =>
    ground.read<ExampleTables, unknown[][]>('E1', (tx) =>
      tx.rows('select example_id from example where authority_id = $1', ['E1']),
    );

  it('in mid-transaction is said so, keeps nothing, and the next transaction connects anew', async () => {
    await expect(add('lost', () => wire.cut())).rejects.toMatchObject(UNAVAILABLE);
    await expect(ids()).rejects.toMatchObject(UNAVAILABLE);
    wire.whole = true;
    expect(await ids()).toEqual([]);
    await add('kept', () => undefined);
    expect(await ids()).toEqual([['kept']]);
  });

  it('while idle harms nothing', async () => {
    await add('before', () => undefined);
    wire.cut();
    wire.whole = true;
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(await ids()).toEqual([['before']]);
  });
});
