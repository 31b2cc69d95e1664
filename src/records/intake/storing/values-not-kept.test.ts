import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { ALL_MIGRATIONS, describeOnBothDatabases } from '../../../../tests/support/databases.ts';
import { addCouncil, fileOf, importFiles } from '../../../../tests/support/import-files.ts';
import type { Ground } from '../../../platform/database/ground.ts';
import { exitCodeOf } from '../imports/import-outcome.ts';

const EPISODES = 'CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,HOME_POST,PL_POST,URN\n';
const episode = (child: string, urn: string) => `${child},01/05/2018,S,C2,N1,K2,PR4,,,,,${urn}\n`;
const COSTS = 'child_id,placement_start,element,weekly_rate,from,to,funder,provider,contract\n';
const cost = (child: string, provider: string) =>
  `${child},2018-05-01,core,900,2018-05-01,,social_care,${provider},spot\n`;
const PROVIDERS = 'URN,Provider name,Provider type,Sector\n';
const BUDGETS = 'financial_year,cost_centre,subjective,description,annual_amount,profile\n';

/** A text of which no database makes a shorter one. */
const LONG = Array.from({ length: 400 }, (_, at) =>
  createHash('sha256').update(String(at)).digest('hex').toUpperCase(),
).join('');

/** A ground whose database refuses what holds the word, as it refuses what nobody foresaw. */
function refusing(ground: Ground, word: string): Ground {
  const picky: Pick<Ground, 'transaction'> = {
    transaction: (acting, work) =>
      ground.transaction(acting, (tx) =>
        work({
          ...tx,
          async insertMany(...insert) {
            const [table, , rows] = insert;
            const text = JSON.stringify(rows);
            if (String(table) !== 'import_file' && text.includes(word))
              await tx.rows('select chr(0)');
            return tx.insertMany(...(insert as Parameters<typeof tx.insertMany>));
          },
        } as Parameters<typeof work>[0]),
      ),
  };
  return new Proxy(ground, {
    get: (whole, name) => Reflect.get(name === 'transaction' ? picky : whole, name),
  });
}

describeOnBothDatabases('values that the database does not take', ALL_MIGRATIONS, (open) => {
  test('are rejected with their line and column when they are longer than any key', async () => {
    const ground = await open();
    await addCouncil(ground, 'A');
    const outcome = await importFiles(ground, 'A', [
      fileOf('2019/episodes.csv', EPISODES + episode('1', LONG) + episode('2', 'SC2')),
      fileOf('budgets.csv', `${BUDGETS}9999-00,1,2,Care,12,equal\n2021-22,1,2,Care,12,equal\n`),
      fileOf('placement_costs.csv', COSTS + cost('1', LONG) + cost('2', 'Alder')),
      fileOf('providers.csv', `${PROVIDERS}${LONG},n,t,s\nSC2,n,t,s\n`),
    ]);
    expect(exitCodeOf(outcome)).toBe(1);
    expect(outcome.files.map(({ rows, rejected, added }) => [rows, rejected, added])).toEqual([
      [2, 0, 2],
      [2, 1, 1],
      [2, 0, 2],
      [2, 1, 1],
    ]);
    const told = outcome.findings.filter(({ rule }) => rule === 'value-unreadable');
    expect(told.map(({ count }) => count)).toEqual([2]);
    expect(told[0]?.example).toContain('characters long');
    expect(told[0]?.example.length).toBeLessThan(400);
    const rejected = await ground.read('A', (tx) =>
      tx.rows(
        'select kind, line, column_name from rejection where authority_id = $1 order by kind',
        ['A'],
      ),
    );
    expect(rejected).toEqual([
      ['budgets', 2, 'financial_year'],
      ['providers', 2, 'URN'],
    ]);
  });

  test('end with the file that holds them where nobody foresaw them, and the others are taken', async () => {
    const ground = await open();
    await addCouncil(ground, 'A');
    const outcome = await importFiles(refusing(ground, 'UNFORESEEN'), 'A', [
      fileOf('2018/episodes.csv', EPISODES + episode('1', 'SC1')),
      fileOf('2019/episodes.csv', EPISODES + episode('1', 'SC1') + episode('2', 'UNFORESEEN')),
      fileOf('placement_costs.csv', COSTS + cost('2', 'UNFORESEEN')),
      fileOf('providers.csv', `${PROVIDERS}SC2,n,t,s\n`),
    ]);
    expect(exitCodeOf(outcome)).toBe(2);
    const problems = outcome.files.map(({ path, problem }) => [path, problem?.slice(0, 30)]);
    expect(problems).toEqual([
      ['2018/episodes.csv', undefined],
      ['2019/episodes.csv', '2019/episodes.csv is refused b'],
      ['placement_costs.csv', 'placement_costs.csv is refused'],
      ['providers.csv', undefined],
    ]);
    expect(outcome.files.map(({ added }) => added)).toEqual([1, 0, 0, 1]);
  });
});
