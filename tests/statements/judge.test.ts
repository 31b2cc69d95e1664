import { describe, expect, it } from 'vitest';
import { ALL_MIGRATIONS } from '../../src/web/whole.ts';
import { brokenGrowthRules } from './judge.ts';
import { migratedCatalogue } from './migrated-catalogue.ts';

const catalogue = migratedCatalogue();

/** Each statement breaks one rule, which is said in these words. */
const BROKEN: readonly (readonly [string, RegExp])[] = [
  ['select 1 from child', /^child without authority_id/],
  ['select 1 from child where child_id = $1', /^child without/],
  ['select 1 from child where authority_id = $1 or child_id = $2', /^child without/],
  ['select 1 from child where authority_id <> $1', /^child without/],
  ['select 1 from child c where c.authority_id = current_setting($1)', /^child as c without/],
  [
    'select 1 from child c join episode e using (authority_id, child_id) where c.authority_id = $1',
    /^episode as e without/,
  ],
  [
    'select 1 from child c where c.authority_id = $1 and exists (select from episode e where e.authority_id = c.authority_id)',
    /^episode as e without/,
  ],
  [
    'select 1 from child c left join lateral (select max(decom) from episode where child_id = c.child_id) e on true where c.authority_id = $1',
    /^episode without/,
  ],
  ['with c as (select 1 from child) select 1 from c', /^child without/],
  ['select 1 from child where authority_id = $1 union all select 1 from child', /^child without/],
  ['select (select count(*) from child)', /^child without/],
  ['update child set dob = $1 where child_id = $2', /^child without/],
  ['update child set dob = $1 from episode e where child.authority_id = $2', /^episode as e/],
  ['delete from finding where rule = $1', /^finding without/],
  ['select 1 from child for update', /^child without/],
  ['declare all_of_them cursor for select 1 from child', /^child without/],
  ["insert into child (authority_id, child_id) select $1, 'x'", /by a query/],
  ['insert into child (child_id, authority_id) values ($1, $2)', /do not begin with the council/],
  ['insert into child (authority_id) values (current_setting($1))', /do not begin/],
  [
    'insert into child (authority_id, child_id) values ($1, $2) on conflict (authority_id, child_id) do update set dob = now()',
    /^now\(\) in a change/,
  ],
  ['update import set finished_at = now() where authority_id = $1', /^now\(\) in a change/],
  ['update import set finished_at = current_timestamp where authority_id = $1', /in a change/],
  [
    'merge into child using episode on child.child_id = episode.child_id when matched then do nothing',
    /^MERGE/,
  ],
  ["select set_config('app.authority', $1, true)", /^set_config/],
  ['set constraints all immediate', /^SET CONSTRAINTS/],
  ["set app.authority = 'E1'", /outlives its transaction/],
  ['select pg_advisory_lock(1) from child where authority_id = $1', /beside something else/],
  ['select pg_advisory_xact_lock(1)', /of a transaction/],
  [
    'create trigger t after insert on child for each statement execute function f()',
    /for each statement/,
  ],
  ['create policy p on child using (exists (select from authority))', /policy with a subquery/],
  ['alter table child add check (true), add unique (authority_id)', /several constraints/],
  ['alter table child add a int check (a > 0), add check (true)', /several constraints/],
];

const KEPT = [
  'select 1 from child where authority_id = $1 and child_id = $2',
  'select 1 from child c join episode e on e.authority_id = $1 and e.child_id = c.child_id where c.authority_id = $1',
  'with c as (select * from child where authority_id = $1) select 1 from c join c as d using (child_id)',
  'select (select count(*) from child where authority_id = $1)',
  "insert into child (authority_id, child_id) values ($1, 'x'), ($1, 'y') on conflict do nothing",
  'insert into child (authority_id, child_id) values ($1, $2) on conflict (authority_id, child_id) do update set dob = excluded.dob',
  'update child set dob = $1 where authority_id = $2',
  'select authority_id, name, host_name from authority_directory order by name',
  "set local app.authority = 'E1'",
  'select pg_advisory_lock($1)',
  'select now() from child where authority_id = $1',
];

describe('statements of a database distributed by council', () => {
  it.each(BROKEN)('are told from: %s', (text, sentence) => {
    const broken = brokenGrowthRules(text, catalogue());
    expect(broken.filter((each) => sentence.test(each))).not.toEqual([]);
  });

  it.each(KEPT)('may be: %s', (text) => {
    expect(brokenGrowthRules(text, catalogue())).toEqual([]);
  });

  it('may not order by a column that numbers itself', () => {
    const numbered = { ...catalogue(), identities: new Set(['number']) };
    const text = 'select 1 from child where authority_id = $1 order by number';
    expect(brokenGrowthRules(text, numbered)).toEqual([
      'order by number, which each node numbers by itself',
    ]);
  });
});

it.each(ALL_MIGRATIONS)(
  'the migration $name has row triggers and no subquery in a policy',
  ({ sql }) => {
    const rules = brokenGrowthRules(sql, catalogue());
    expect(rules.filter((rule) => /trigger|policy|constraints/.test(rule))).toEqual([]);
  },
);
