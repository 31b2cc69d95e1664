import { beforeAll, expect, test } from 'vitest';
import { ALL_MIGRATIONS, describeOnBothDatabases } from '../../../tests/support/databases.ts';
import {
  Clock,
  DEMONSTRATION_COUNCIL,
  identityService,
  Visitor,
  withBothKindsOfCouncil,
} from '../../../tests/support/identity-service.tsx';
import type { Ground } from '../database/ground.ts';

describeOnBothDatabases('one’s own sessions', ALL_MIGRATIONS, (open) => {
  let ground: Ground;
  const clock = new Clock();
  beforeAll(async () => {
    ground = await open();
    await withBothKindsOfCouncil(ground, clock);
  });

  async function signedIn(name: string): Promise<Visitor> {
    const server = await identityService(ground, DEMONSTRATION_COUNCIL, clock);
    const visitor = new Visitor(server, {
      'user-agent': 'Mozilla/5.0 (Windows NT 10.0) Firefox/140',
    });
    await visitor.signInAs(name);
    return visitor;
  }

  const sessionsOn = (body: string) =>
    [...body.matchAll(/name="session" value="([^"]+)"/g)].map(([, id]) => id ?? '');
  const isIn = async (visitor: Visitor) => (await visitor.get('/account')).statusCode === 200;

  test('are listed, and ended one by one; another person’s cannot be', async () => {
    const desk = await signedIn('Priya Nair');
    const laptop = await signedIn('Priya Nair');
    const other = await signedIn('Owen Blackwood');
    const { body } = await desk.get('/account');
    expect(body).toContain('Firefox on Windows');
    const [latest, first] = sessionsOn(body);
    const [others] = sessionsOn((await other.get('/account')).body);
    const token = await desk.formToken();
    const end = (session: string | undefined) =>
      desk.post('/account/sessions/end', { session: session ?? '', 'form-token': token });
    expect((await end(others)).statusCode).toBe(404);
    expect((await end('nonsense')).statusCode).toBe(404);
    expect(await isIn(other)).toBe(true);
    expect((await end(latest)).headers.location).toBe('/account');
    expect([await isIn(laptop), await isIn(desk)]).toEqual([false, true]);
    expect((await end(first)).headers.location).toBe('/sign-in?signed-out=yes');
    expect([await isIn(desk), desk.cookies.size]).toEqual([false, 0]);
  });

  test('are ended all at once', async () => {
    const visitors = [await signedIn('Mei Tanaka'), await signedIn('Mei Tanaka')];
    const [one, two] = visitors;
    const token = await one?.formToken();
    await one?.post('/account/sessions/end-all', { 'form-token': token ?? '' });
    expect(await Promise.all([one, two].map((each) => each && isIn(each)))).toEqual([false, false]);
  });

  test('take a form that this very session’s page made, and no other', async () => {
    const one = await signedIn('Jade Whitlock');
    const two = await signedIn('Jade Whitlock');
    for (const token of ['', 'forged', await two.formToken()]) {
      const answer = await one.post('/sign-out', { 'form-token': token });
      expect([answer.statusCode, await isIn(one)]).toEqual([403, true]);
    }
    const answer = await one.post('/sign-out', { 'form-token': await one.formToken() });
    expect([answer.statusCode, await isIn(one), await isIn(two)]).toEqual([303, false, true]);
  });
});
