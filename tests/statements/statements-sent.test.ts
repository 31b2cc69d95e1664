import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { brokenGrowthRules } from './judge.ts';
import { migratedCatalogue } from './migrated-catalogue.ts';

/** A statement that a test made the program send, and the file that it stands in. */
interface Sent {
  readonly text: string;
  readonly from: string;
}

/** Whose statements need not keep the rules, and why. */
const EXCEPTIONS: readonly {
  readonly why: string;
  readonly is: (sent: Sent) => boolean;
}[] = [
  {
    why: 'the job queue stays whole on the coordinating node; pg-boss writes its own SQL',
    is: ({ text }) => /\bpgboss\./.test(text) && !/\bauthority_id\b/.test(text),
  },
  {
    why: 'migrations run before the tables are distributed, and are judged by tests of their own',
    is: ({ from }) => from === '/src/platform/database/migrate.ts',
  },
  {
    why: 'tests forge the trail as its owner, to see that it shows',
    is: ({ text, from }) => from === 'unknown' && /\bdisable trigger user\b/.test(text),
  },
  {
    why: 'the script of `wellplaced distribute` is run by hand; a test tries that it stops here',
    is: ({ text, from }) => from === 'unknown' && text.startsWith('-- Spreads the tables of'),
  },
];

const catalogue = migratedCatalogue();

function statementsSent(): readonly Sent[] {
  const folder = process.env.STATEMENTS_SENT ?? '';
  return readdirSync(folder)
    .flatMap((file) => readFileSync(join(folder, file), 'utf8').split('\n'))
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Sent);
}

it('statements are recorded, with the file that they stand in', () => {
  const senders = statementsSent().map(({ from }) => from);
  expect(senders).toContain('/src/platform/database/schema-rules.ts');
});

it('every statement that the program sent in these tests keeps the growth rules', () => {
  const judged = statementsSent().filter((sent) => !EXCEPTIONS.some(({ is }) => is(sent)));
  const broken = judged.flatMap(({ text, from }) => {
    const rules = brokenGrowthRules(text, catalogue());
    return rules.length === 0 ? [] : [{ from, rules, text: text.slice(0, 400) }];
  });
  expect(broken.map((each) => JSON.stringify(each)).join('\n')).toBe('');
});
