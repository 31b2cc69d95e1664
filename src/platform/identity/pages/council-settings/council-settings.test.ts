import { beforeAll, expect, test } from 'vitest';
import { ALL_MIGRATIONS, describeOnBothDatabases } from '../../../../../tests/support/databases.ts';
import {
  Clock,
  DEMONSTRATION_COUNCIL,
  identityService,
  Visitor,
  withBothKindsOfCouncil,
} from '../../../../../tests/support/identity-service.tsx';
import { loadSettings } from '../../../database/authority-settings.ts';
import type { Ground } from '../../../database/ground.ts';
import { identityPaths } from '../../paths.ts';

const PATH = identityPaths.councilSettings;
const CHANGED = {
  tokenRestDays: '14',
  uploadPersonMb: '500',
  uploadCouncilMb: '4000',
  uploadsWaiting: '5',
  reason: 'agreed with the information officer',
};

describeOnBothDatabases('what a council settles of tokens and uploads', ALL_MIGRATIONS, (open) => {
  let ground: Ground;
  const clock = new Clock();

  beforeAll(async () => {
    ground = await open();
    await withBothKindsOfCouncil(ground, clock);
  });

  async function signedIn(name: string): Promise<Visitor> {
    const visitor = new Visitor(await identityService(ground, DEMONSTRATION_COUNCIL, clock));
    await visitor.signInAs(name);
    return visitor;
  }
  const settled = (council = 'D1') =>
    ground.read(council, (tx) => loadSettings(tx as Parameters<typeof loadSettings>[0]));
  const saves = async (visitor: Visitor, fields: Readonly<Record<string, string>>) =>
    visitor.post(PATH, { ...fields, 'form-token': await visitor.formToken() });

  test('is refused to whoever may not see people', async () => {
    const cabinet = await signedIn('Councillor Alan Frith');
    expect((await cabinet.get(PATH)).statusCode).toBe(403);
    expect((await saves(cabinet, CHANGED)).statusCode).toBe(403);
    expect(await settled()).toMatchObject({ tokenRestDays: 30 });
  });

  test('is changed by an administrator, for this council alone, with the reason on the trail', async () => {
    const joan = await signedIn('Joan Blake');
    expect((await joan.get(PATH)).body).toContain('value="30"');
    expect((await saves(joan, CHANGED)).statusCode).toBe(303);
    expect(await settled()).toEqual({
      tokenRestDays: 14,
      uploadPersonMb: 500,
      uploadCouncilMb: 4_000,
      uploadsWaiting: 5,
    });
    expect(await settled('R1')).toMatchObject({ tokenRestDays: 30, uploadsWaiting: 20 });
    const [entry] = await ground.read('D1', (tx) =>
      tx.rows(
        `select actor, reason, after ->> 'token_rest_days' from audit_entry
         where authority_id = $1 and table_name = 'authority' order by seq desc limit 1`,
        ['D1'],
      ),
    );
    expect(entry).toEqual(['Joan Blake', CHANGED.reason, '14']);
  });

  test.each([
    ['tokenRestDays', '0', 'Enter a whole number from 1 to 365'],
    ['tokenRestDays', '1e2', 'Enter a whole number from 1 to 365'],
    ['uploadPersonMb', '-10', 'Enter a whole number from 10 to 1,000,000'],
    ['uploadsWaiting', '1001', 'Enter a whole number from 1 to 1,000'],
    ['reason', ' ', 'Enter the reason'],
  ])('%s "%s" is refused, and everything typed is kept', async (field, value, said) => {
    const joan = await signedIn('Joan Blake');
    const before = await settled();
    const answer = await saves(joan, { ...CHANGED, uploadCouncilMb: '777', [field]: value });
    expect(answer.statusCode).toBe(422);
    expect(answer.body).toContain(said);
    expect(answer.body).toContain('value="777"');
    expect(await settled()).toEqual(before);
  });
});
