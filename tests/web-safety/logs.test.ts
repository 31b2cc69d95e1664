import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { embeddedEngine } from '../../src/platform/database/embedded-engine.ts';
import { engineOf } from '../../src/platform/database/engine.ts';
import type { Ground } from '../../src/platform/database/ground.ts';
import { groundOn } from '../../src/platform/database/open-ground.ts';
import { ALL_MIGRATIONS } from '../../src/web/whole.ts';
import { newEmbeddedDatabase } from '../support/databases.ts';
import { EVERY_OPEN_ROUTE, EVERY_ROUTE } from '../support/every-route.ts';
import { addressesOf, type Identifiers, identifiersOf } from '../support/identifiers.ts';
import { addMarkedCouncils, BIRCH, SHARED_CHILD } from '../support/marked-council.ts';
import { type ServedCouncil, servedCouncil } from '../support/served-council.ts';

const PERSONAL = [
  ...[BIRCH.mark, BIRCH.ownChild, SHARED_CHILD, 'AB1 1A', '2010-02-14', '14/02/2010'],
  ...['Mei Tanaka', 'Joan Blake', 'SC2'],
];

describe('what the service writes to its log', () => {
  let ground: Ground;
  let served: ServedCouncil;
  let own: Identifiers;
  const written: string[] = [];
  const restore: (() => void)[] = [];

  beforeAll(async () => {
    const database = await newEmbeddedDatabase(ALL_MIGRATIONS);
    ground = await groundOn(
      embeddedEngine(database, async () => undefined),
      ALL_MIGRATIONS,
    );
    await addMarkedCouncils(ground, new Date());
    for (const stream of [process.stderr, process.stdout]) {
      const spy = vi.spyOn(stream, 'write').mockImplementation((piece) => {
        written.push(String(piece));
        return true;
      });
      restore.push(() => spy.mockRestore());
    }
    // At its most talkative level, which is the usual one.
    served = await servedCouncil(ground, BIRCH.code, 'warning');
    own = await identifiersOf(ground, BIRCH);
  });
  afterAll(async () => {
    for (const one of restore) one();
    await served?.stop();
    await ground.close();
  });

  async function useEverything(only?: string): Promise<number[]> {
    const statuses: number[] = [];
    const forms = {
      reason: BIRCH.mark,
      role: 'Auditor',
      roles: 'Auditor',
      'claim-value': BIRCH.mark,
    };
    for (const { method, path } of [...EVERY_ROUTE, ...EVERY_OPEN_ROUTE]) {
      for (const address of addressesOf(path, own)) {
        const session = only ?? (await served.signIn());
        const answers =
          method === 'GET'
            ? ['', `?child=${own.child}`].map((query) => served.ask(address + query, session))
            : [
                served.send(address, session, { ...own, ...forms }),
                served.send(address, session, {}, 'x'),
              ];
        for (const answer of answers) {
          statuses.push(
            await answer.then(
              ({ status }) => status,
              () => 0,
            ),
          );
        }
      }
    }
    const asked = await served.ask(`/children/%ff?child=${BIRCH.ownChild}`, 'none');
    return [...statuses, asked.status];
  }

  const entries = () =>
    written
      .join('')
      .split('\n')
      .filter((line) => line.startsWith('{'));

  it('holds nothing of a child or a person while all goes well or is refused', async () => {
    const statuses = await useEverything();
    expect(statuses.filter((status) => status === 200).length).toBeGreaterThan(50);
    expect(entries().length, 'lines of log').toBeGreaterThan(0);
    for (const value of PERSONAL) expect(written.join('')).not.toContain(value);
  });

  it('nor while everything fails, whatever the database says of the failure', async () => {
    const session = await served.signIn();
    const failing = (name: string) =>
      `create function ${name}() returns trigger language plpgsql as $$ begin
         raise exception 'cannot store % of % born 2010-02-14', new, '${SHARED_CHILD}'; end $$;`;
    await engineOf(ground).execute(`${failing('faulty')}
      create trigger faulty before insert on audit_entry for each row execute function faulty();
      alter table finding rename to finding_gone; alter table cost_element rename to gone;`);
    const before = entries().length;
    const statuses = await useEverything(session);
    expect(statuses.filter((status) => status >= 500).length).toBeGreaterThan(10);
    expect(entries().length).toBeGreaterThan(before + 10);
    for (const value of PERSONAL) expect(written.join('')).not.toContain(value);
  });

  it('is one JSON object a line, with the pattern of the route in place of the address', () => {
    const parsed = entries().map((line) => JSON.parse(line) as Record<string, unknown>);
    const patterns = new Set(parsed.map(({ route }) => route));
    expect(patterns).toContain('/children/:childId');
    const known = [...EVERY_ROUTE, ...EVERY_OPEN_ROUTE].map(({ path }) => path);
    const others = [...patterns].filter((route) => !known.includes(String(route)));
    expect(others.filter((route) => route !== undefined && route !== 'none')).toEqual([]);
  });
});
