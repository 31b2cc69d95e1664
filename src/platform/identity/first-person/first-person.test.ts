import { beforeAll, expect, test } from 'vitest';
import { ALL_MIGRATIONS, describeOnBothDatabases } from '../../../../tests/support/databases.ts';
import {
  Clock,
  identityService,
  REAL_COUNCIL,
  Visitor,
  withBothKindsOfCouncil,
} from '../../../../tests/support/identity-service.tsx';
import type { Ground } from '../../database/ground.ts';
import { identityPaths } from '../paths.ts';
import { newFirstPersonLink } from './link.ts';

describeOnBothDatabases('the first person’s link', ALL_MIGRATIONS, (open) => {
  let ground: Ground;
  const clock = new Clock();
  beforeAll(async () => {
    ground = await open();
    await withBothKindsOfCouncil(ground, clock);
  });

  const visitor = async () => new Visitor(await identityService(ground, REAL_COUNCIL, clock));
  const link = async () =>
    identityPaths.firstPerson(await newFirstPersonLink(ground, 'R1', clock.now()));

  test('signs in whoever runs the service, once; opening it is not enough', async () => {
    const path = await link();
    const first = await visitor();
    expect((await first.get(path)).body).toContain('as operator');
    expect((await first.get(path)).statusCode).toBe(200);
    const followed = await Promise.all([first.post(path, {}), (await visitor()).post(path, {})]);
    expect(followed.map(({ statusCode }) => statusCode).sort()).toEqual([303, 404]);
    expect((await first.get(path)).statusCode).toBe(404);
  });

  test('makes that person administrator and data officer, the same person each time', async () => {
    const operator = await visitor();
    await operator.post(await link(), {});
    expect((await operator.get('/account')).body).toContain(
      'operator</a>, Data officer, Administrator',
    );
  });

  test('works for a day, and no longer once another has been printed', async () => {
    const [old, latest] = [await link(), await link()];
    expect((await (await visitor()).get(old)).statusCode).toBe(404);
    clock.pass(23 * 60);
    expect((await (await visitor()).get(latest)).statusCode).toBe(200);
    clock.pass(2 * 60);
    expect((await (await visitor()).get(latest)).statusCode).toBe(404);
  });

  test('cannot be guessed, nor used for another council', async () => {
    const path = await link();
    const stranger = await visitor();
    expect((await stranger.post(identityPaths.firstPerson('guess'), {})).statusCode).toBe(404);
    const council = { code: 'D1', name: 'Wensbury Council', demonstration: true };
    const elsewhere = new Visitor(await identityService(ground, council, clock));
    expect((await elsewhere.post(path, {})).statusCode).toBe(404);
  });
});
