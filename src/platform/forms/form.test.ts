import fc from 'fast-check';
import { renderToString } from 'preact-render-to-string';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { WellplacedError } from '../../core/errors.ts';
import { isoDate } from '../../core/plain-date.ts';
import { DecidedMeanwhile } from '../decisions/decide.ts';
import { page } from '../http/reply.ts';
import type { FormFields } from '../http/route.ts';
import { choiceField, severalField, yesOrNoField } from './choice-fields.ts';
import { dayField } from './day-field.ts';
import { carriedField, type Field, onlyIf } from './field.ts';
import { declareForm, problemOfRefusal, readForm } from './form.ts';
import { FormView } from './form-view.tsx';
import { moneyField, numberField } from './number-fields.ts';
import { childField, optionalPersonField, peopleField, personField } from './people-fields.ts';
import { type Sent, takeForm } from './take-form.ts';
import { lineField, optionalLineField, reasonField } from './text-fields.ts';

const MAY = isoDate('2027-05-01');
const PEOPLE = [
  { personId: 'p1', name: 'Owen Blackwood' },
  { personId: 'p2', name: 'Helen Marsh', roles: ['Auditor'] },
];
const label = 'Thing';
const NUMBER = numberField({ label, least: 2, most: 20, unit: 'days' });
const DECIMAL = numberField({ label, least: 0.5, most: 20, unit: 'miles', decimals: 1 });
const MONEY = moneyField({ label, least: 1, most: 100_000 });
const DAY = dayField({
  label,
  missing: 'Enter the day',
  earliest: MAY,
  latest: isoDate('2027-06-01'),
});
const REASON = reasonField({ missing: 'Enter why', least: 3, most: 20 });
const MAYBE = optionalLineField({ label, most: 5 });
const CHILD = childField();
const PERSON = personField({ label, people: PEOPLE, none: 'Nobody', missing: 'Choose somebody' });
const NOBODY = optionalPersonField({ label, people: PEOPLE, none: 'Nobody', missing: 'Choose' });
const SOME = peopleField({ label, people: PEOPLE });
const TWO = severalField({
  label,
  missing: 'Choose at least two',
  least: 2,
  choices: ['a', 'b', 'c'].map((value) => ({ value, text: value.toUpperCase() })),
});
const YES = yesOrNoField({ label, missing: 'Say', yes: { text: 'Yes' }, no: { text: 'No' } });

function read(field: Field<unknown>, typed: string | readonly string[] | undefined): unknown {
  const form = declareForm({ name: 'one', submit: 'Send', fields: { it: field } });
  const check = readForm(form, typed === undefined ? {} : { it: typed });
  return check.ok ? check.values.it : check.problems[0]?.message;
}

describe('a field', () => {
  test.each<[Field<unknown>, string | readonly string[] | undefined, unknown]>([
    [NUMBER, ' 14 ', 14],
    ...['', '1', '21', '-3', '1e1', '0x9', '٨', '8.0', '9'.repeat(400), undefined].map(
      (text) =>
        [NUMBER, text, 'Enter a whole number from 2 to 20'] as [Field<unknown>, string, string],
    ),
    [DECIMAL, ' 3.5 ', 3.5],
    [DECIMAL, '20', 20],
    ...['', '3.55', '.5', '3.', '3,5', '0.4', '20.1', '1e1', '-3', '3.5.1'].map(
      (text) =>
        [DECIMAL, text, 'Enter a number from 0.5 to 20 with at most 1 decimal'] as [
          Field<unknown>,
          string,
          string,
        ],
    ),
    [NUMBER, ['3', '4'], 'Enter a whole number from 2 to 20'],
    [MONEY, '£1,000', 100_000],
    [MONEY, '1.50', 150],
    [MONEY, '1.505', 'Enter pounds and pence from £0.01 to £1,000.00'],
    [MONEY, '(2.00)', 'Enter pounds and pence from £0.01 to £1,000.00'],
    [DAY, '2/5/2027', '2027-05-02'],
    [DAY, '2 May 2027', '2027-05-02'],
    [DAY, '02-05-2027', '2027-05-02'],
    [DAY, '2027-05-02', '2027-05-02'],
    ...['', '31/6/2027', '1/5/27', 'tomorrow', '2 Maybe 2027', `1/5/2027${' '.repeat(99)}`].map(
      (text) => [DAY, text, 'Enter the day, such as 31/3/2027'] as [Field<unknown>, string, string],
    ),
    [DAY, '30/4/2027', 'The day must not be before 01/05/2027'],
    [DAY, '2/6/2027', 'The day must not be after 01/06/2027'],
    [REASON, '  as agreed ', 'as agreed'],
    [REASON, '  ', 'Enter why'],
    [REASON, 'ab', 'Enter why'],
    [REASON, '\u200b\u200b\u200b\u200b', 'Enter why'],
    [REASON, 'x'.repeat(21), 'Enter at most 20 characters'],
    [REASON, undefined, 'Enter why'],
    [MAYBE, ' ', undefined],
    [MAYBE, undefined, undefined],
    [MAYBE, 'team', 'team'],
    [MAYBE, 'a longer team', 'Enter at most 5 characters'],
    [CHILD, ' a100 ', 'A100'],
    [CHILD, '', 'Enter the child’s identifier'],
    [PERSON, 'p2', 'p2'],
    [PERSON, '', 'Choose somebody'],
    [PERSON, 'p3', 'Choose somebody'],
    [NOBODY, '', undefined],
    [NOBODY, undefined, undefined],
    [NOBODY, 'p1', 'p1'],
    [NOBODY, 'p3', 'Choose'],
    [SOME, undefined, []],
    [SOME, 'p1', ['p1']],
    [SOME, ['p1', 'p2'], ['p1', 'p2']],
    [SOME, ['p1', 'p2', 'p1'], 'Choose people from the list'],
    [SOME, 'p3', 'Choose people from the list'],
    [TWO, ['a', 'b'], ['a', 'b']],
    [TWO, 'a', 'Choose at least two'],
    [TWO, undefined, 'Choose at least two'],
    [TWO, ['a', 'd'], 'Choose at least two'],
    [YES, 'yes', true],
    [YES, 'no', false],
    [YES, 'perhaps', 'Say'],
  ])('is read or refused in words: %#', (field, typed, is) => {
    expect(read(field, typed)).toEqual(is);
  });

  test.each<[Field<unknown>, unknown, string]>([
    [NUMBER, 1_500, '1,500 days'],
    [DECIMAL, 3.5, '3.5 miles'],
    [MONEY, 150, '£1.50'],
    [DAY, MAY, '1 May 2027'],
    [PERSON, 'p2', 'Helen Marsh (Auditor)'],
    [NOBODY, undefined, 'Nobody'],
    [TWO, ['a', 'c'], 'A and C'],
    [YES, false, 'No'],
  ])('is shown to be checked: %#', (field, value, words) => {
    expect(field.inWords(value)).toBe(words);
  });
});

const FORM = declareForm({
  name: 'decide',
  prefixed: true,
  submit: 'Decide',
  refusals: { 'too-late': 'until', 'wrong-thing': 'thing' },
  fields: {
    thing: carriedField(z.string()),
    verdict: choiceField({
      label: 'What?',
      missing: 'Choose what',
      choices: [
        { value: 'wait', text: 'It waits' },
        { value: 'go', text: 'It goes' },
      ],
    }),
    until: onlyIf({ field: 'verdict', is: 'wait' }, DAY),
    reason: REASON,
    team: lineField({ label: 'Team', most: 10, missing: 'Enter the team' }),
  },
  together: ({ reason, team }) =>
    reason === team ? [{ field: 'team', message: 'Say it once' }] : [],
});
const RIGHT = {
  ...{ thing: 't', 'decide-verdict': 'wait', 'decide-until': '2/5/2027' },
  ...{ 'decide-reason': 'agreed', 'decide-team': 'North' },
};

function drawn(sent: Sent | undefined, begin: FormFields = {}): string {
  return renderToString(FormView({ form: FORM, begin, sent }));
}

describe('a form', () => {
  test('is read whole, and asks only what another answer makes a question', () => {
    const values = { thing: 't', verdict: 'wait', reason: 'agreed', team: 'North' };
    expect(readForm(FORM, RIGHT)).toEqual({ ok: true, values: { ...values, until: '2027-05-02' } });
    const going = { ...RIGHT, 'decide-verdict': 'go', 'decide-until': 'nonsense' };
    expect(readForm(FORM, going)).toEqual({
      ok: true,
      values: { ...values, verdict: 'go', until: undefined },
    });
  });

  test('tells every fault at once, in the order of its fields, each at its own', () => {
    expect(readForm(FORM, { thing: 't', 'decide-verdict': 'wait' })).toMatchObject({
      problems: [
        { field: 'decide-until', message: 'Enter the day, such as 31/3/2027' },
        { field: 'decide-reason', message: 'Enter why' },
        { field: 'decide-team', message: 'Enter the team' },
      ],
    });
    const same = { ...RIGHT, 'decide-team': 'agreed', 'decide-until': '' };
    expect(readForm(FORM, same)).toMatchObject({
      problems: [{ field: 'decide-until' }, { field: 'decide-team', message: 'Say it once' }],
    });
    expect(readForm(FORM, { ...RIGHT, thing: ['t', 'u'] })).toMatchObject({
      problems: [{ field: '' }],
    });
  });

  test('reads or refuses whatever is posted, and never fails', () => {
    const text = fc.oneof(fc.string(), fc.constantFrom('wait', 'go', '2/5/2027'));
    const posted = fc.dictionary(
      fc.constantFrom(...Object.keys(RIGHT), 'other'),
      fc.oneof(text, fc.array(text)),
    );
    fc.assert(
      fc.property(posted, (typed) => {
        const check = readForm(FORM, typed);
        if (!check.ok) expect(check.problems.length).toBeGreaterThan(0);
      }),
    );
  });

  test('says a rule’s refusal at the field that it belongs to, and no other error', () => {
    const refusal = (code: string) => new WellplacedError(code, 'It is too late.', 'Choose again.');
    expect(problemOfRefusal(FORM, refusal('too-late'))).toEqual({
      field: 'decide-until',
      message: 'It is too late. Choose again.',
    });
    expect(problemOfRefusal(FORM, refusal('wrong-thing'))?.field).toBe('');
    expect(problemOfRefusal(FORM, refusal('toString'))).toBeUndefined();
    expect(problemOfRefusal(FORM, new Error('too-late'))).toBeUndefined();
  });

  test('shows what was typed with its fault beside it, and carries what the page says, not what was sent', () => {
    const typed = {
      ...RIGHT,
      thing: 'other"',
      'decide-reason': '<b>"why"</b>',
      'decide-until': 'x',
    };
    const problems = [{ field: 'decide-until', message: 'No day' }];
    const html = drawn({ form: 'decide', typed, problems, meanwhile: false }, { thing: 't' });
    expect(html).toContain('name="thing" value="t"');
    expect(html).not.toContain('other');
    expect(html).toContain('&lt;b&gt;');
    expect(html).toMatch(/id="decide-until"[^>]*aria-describedby="decide-until-error"/);
    expect(html).toMatch(/value="wait" checked/);
    const another = drawn({ form: 'another', typed, problems, meanwhile: false });
    expect(another).not.toContain('No day');
    expect(another).not.toContain('North');
  });
});

describe('a form that is sent', () => {
  const taken = (work: () => Promise<never>, body: FormFields = RIGHT) => {
    const again = ({ problems, meanwhile }: Sent) =>
      page({
        title: JSON.stringify({ problems, meanwhile }),
        content: FormView({ form: FORM }),
      });
    return takeForm({ body }, FORM, { again, work });
  };
  const failing = (error: Error) => async () => {
    throw error;
  };

  test('is shown again with 422 where it is wrong or refused, and 409 where somebody was first', async () => {
    const never = failing(new Error('nothing is stored'));
    expect(await taken(never, { ...RIGHT, 'decide-team': '' })).toMatchObject({ status: 422 });
    const late = failing(new WellplacedError('too-late', 'Late.', 'Again.'));
    const refused = await taken(late);
    expect(refused).toMatchObject({ status: 422, title: expect.stringContaining('Late. Again.') });
    expect(await taken(failing(new DecidedMeanwhile()))).toMatchObject({
      status: 409,
      title: JSON.stringify({ problems: [], meanwhile: true }),
    });
  });

  test('fails with every other error', async () => {
    const other = new WellplacedError('finding-gone', 'Gone.', 'Choose again.');
    await expect(taken(failing(other))).rejects.toBe(other);
    await expect(taken(failing(new TypeError('a fault')))).rejects.toThrow('a fault');
  });
});
