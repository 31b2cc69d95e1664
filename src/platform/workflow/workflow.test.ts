import { expect, test } from 'vitest';
import { faultsOf, walkWorkflow } from '../../../tests/support/walk-workflow.ts';
import { fromTable } from '../permission/permissions.ts';
import { ActionRefused, judge, offersFor, step } from './judge.ts';
import type { Workflow } from './workflow.ts';
import { workflowDocument } from './workflow-document.ts';

const permissions = fromTable({
  'ask for money': { inWords: 'ask', roles: ['Placements officer'], shows: 'no child' },
  'grant money': {
    inWords: 'grant',
    roles: ['Assistant director', 'Placements officer'],
    shows: 'no child',
  },
});
type Table = typeof permissions.table;
type State = 'draft' | 'asked' | 'granted';
type Action = 'ask' | 'grant';
type Money = Workflow<Table, State, Action, 'within the limit', { readonly pence: number }>;

const MONEY: Money = {
  thing: 'request',
  permissions,
  begins: 'draft',
  states: {
    draft: { inWords: 'Draft' },
    asked: { inWords: 'Asked for' },
    granted: { inWords: 'Granted', end: true },
  },
  actions: {
    ask: { label: 'Ask', by: 'ask for money', records: ['why'] },
    grant: {
      label: 'Grant "it"',
      by: 'grant money',
      notWhoDid: ['ask'],
      safeguards: ['within the limit'],
      records: ['how much'],
    },
  },
  safeguards: {
    'within the limit': {
      inWords: 'it is at most £100',
      holds: ({ pence }) => pence <= 10_000,
      refusal: 'It is more than £100.',
    },
  },
  moves: {
    draft: { ask: 'asked', grant: { not: 'Nobody has asked for it.' } },
    asked: { ask: { not: 'It is asked for already.' }, grant: 'granted' },
    granted: { ask: { not: 'It is granted.' }, grant: { not: 'It is granted.' } },
  },
};

const ada = { personId: 'ada', roles: ['Placements officer'] } as const;
const eve = { personId: 'eve', roles: ['Assistant director'] } as const;
const askedBy = (personId: string | null) => [{ action: 'ask', personId } as const];
const asked = (doer: typeof ada | typeof eve, by: string | null = 'ada') => ({
  ...({ state: 'asked', taken: askedBy(by), doer } as const),
});

test('an action leads where the table says, for whoever may', () => {
  expect(step(MONEY, 'grant', asked(eve), { pence: 10_000 })).toBe('granted');
});

test.each([
  ['from another state', { ...asked(eve), state: 'draft' }, 1, 'state', 'Nobody has asked for it.'],
  ['by the same person', asked(ada), 1, 'same person', 'You took the step “ask” yourself'],
  ['against a safeguard', asked(eve), 10_001, 'safeguard', 'It is more than £100.'],
  ['by a program', { ...asked(eve), doer: 'program' }, 1, 'permission', 'a person does'],
  [
    'without the permission',
    { ...asked(eve), doer: { personId: 'x', roles: ['Auditor'] } },
    1,
    'permission',
    'These roles may: Placements officer, Assistant director.',
  ],
] as const)('%s it is refused in words', (_name, standing, pence, because, words) => {
  const judged = judge(MONEY, 'grant', standing, { pence });
  expect(judged).toMatchObject({ ok: false, because });
  expect(judged.ok ? '' : judged.refusal).toContain(words);
  const take = () => step(MONEY, 'grant', standing, { pence });
  expect(take).toThrow(ActionRefused);
  expect(take).toThrow(words);
});

test('two pairs of eyes are told apart by id: the latest step counts, and a namesake is somebody else', () => {
  const taken = [...askedBy('ada'), ...askedBy('eve')];
  const again = { state: 'asked', taken, doer: ada } as const;
  expect(judge(MONEY, 'grant', again, { pence: 1 }).ok).toBe(true);
  expect(judge(MONEY, 'grant', asked(ada, null), { pence: 1 }).ok).toBe(true);
});

test('a page offers what every case allows, and says why not the rest', () => {
  const [ask, grant] = offersFor(MONEY, [asked(eve), { ...asked(eve), state: 'granted' }]);
  expect(ask?.refusal).toBe('It is asked for already.');
  expect(grant?.refusal).toBe('It is granted.');
  expect(offersFor(MONEY, [asked(eve)]).map(({ refusal }) => refusal)).toEqual([
    'It is asked for already.',
    undefined,
  ]);
});

test('the walk finds a judge that does not do as the table says', () => {
  expect(walkWorkflow(MONEY)).toBeGreaterThan(1_000);
  const lax = { ...MONEY, permissions: { ...permissions, mayDo: () => true } };
  expect(() => walkWorkflow(lax)).toThrow();
  // The same words for a move that there is not: the walk reads the table it is given.
  expect(faultsOf(MONEY)).toEqual([]);
});

test('a state that nothing leads to, a dead end and an end that is none are faults', () => {
  const nobody = { not: 'Never.' };
  const moves = { ...MONEY.moves, draft: { ask: nobody, grant: nobody } };
  expect(faultsOf({ ...MONEY, moves })).toEqual([
    '"draft" leads nowhere and is no end',
    'nothing leads to "asked"',
    'nothing leads to "granted"',
  ]);
  const states = { ...MONEY.states, asked: { inWords: 'Asked for', end: true as const } };
  expect(faultsOf({ ...MONEY, states })).toEqual(['"asked" is an end and leads on']);
});

test('a table that forgets a state or an action, or names a permission or state that there is not, does not compile', () => {
  const { asked: _asked, ...forgetful } = MONEY.moves;
  // @ts-expect-error: a state is forgotten
  const one: Money = { ...MONEY, moves: forgetful };
  // @ts-expect-error: an action is forgotten
  const two: Money = { ...MONEY, moves: { ...MONEY.moves, draft: { ask: 'asked' } } };
  const ask = { label: 'Ask', records: [], by: 'rob the bank' } as const;
  // @ts-expect-error: a permission that nobody declared
  const three: Money = { ...MONEY, actions: { ...MONEY.actions, ask } };
  // @ts-expect-error: a state that there is not
  const four: Money = { ...MONEY, begins: 'elsewhere' };
  const guarded = { ...MONEY.actions.ask, safeguards: ['by the moon'] } as const;
  // @ts-expect-error: a safeguard that there is not
  const five: Money = { ...MONEY, actions: { ...MONEY.actions, ask: guarded } };
  expect([one, two, three, four, five]).toHaveLength(5);
});

test('it is drawn with states in words and actions with their roles', () => {
  const drawn = workflowDocument([MONEY]);
  expect(drawn).toContain('  s0["Draft"]\n  s1["Asked for"]\n  s2(["Granted"])');
  expect(drawn).toContain('  s0 -->|"<b>Ask</b><br/>Placements officer"| s1');
  expect(drawn).toContain(
    '"<b>Grant #quot;it#quot;</b><br/>Placements officer<br/>Assistant director"',
  );
  expect(drawn).toContain('somebody else took “ask”; it is at most £100 | how much |');
  expect(drawn).toContain('| Draft | Grant "it" | Nobody has asked for it. |');
});
