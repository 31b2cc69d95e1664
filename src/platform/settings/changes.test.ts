import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, isoDate } from '../../core/plain-date.ts';
import { readConfiguration } from '../configuration/configuration.ts';
import { inForceOn, type SettingChange } from './changes.ts';
import { numberSetting } from './setting.ts';

const FIRST = isoDate('2026-01-01');
const DEFAULT = 999;
const setting = numberSetting({
  name: 'example.beds',
  title: 'Beds',
  about: '',
  unit: 'days',
  source: '',
  confirmed: true,
  least: 0,
  most: DEFAULT,
  otherwise: () => DEFAULT,
});
const configuration = readConfiguration({});

/** Changes as people make them: on some day, from that or a later day on, or one not yet counted taken back. */
const steps = fc.array(
  fc.record({ made: fc.nat(60), ahead: fc.nat(20), back: fc.boolean(), which: fc.nat(30) }),
  { maxLength: 12 },
);

test('a day’s value is what a calendar written day by day and wiped by what is taken back holds', () => {
  fc.assert(
    fc.property(steps, fc.nat(90), (drawn, day) => {
      const changes: SettingChange[] = [];
      /** Of each day from which a value was settled, those values in the order they were settled. */
      let calendar: { from: number; number: number }[] = [];
      for (const step of drawn.toSorted((one, other) => one.made - other.made)) {
        const number = changes.length + 1;
        const open = calendar.filter(({ from }) => from >= step.made);
        const taken = open[step.which % Math.max(1, open.length)];
        const common = {
          setting: setting.name,
          number,
          decidedBy: '',
          role: null,
          decidedAt: new Date(0),
          reason: '',
        };
        if (step.back && taken !== undefined) {
          calendar = calendar.filter((each) => each !== taken);
          changes.push({ ...common, made: { takesBack: taken.number } });
        } else {
          const from = step.made + step.ahead;
          calendar.push({ from, number });
          const validFrom = addDays(FIRST, from);
          changes.push({
            ...common,
            made: { value: number, validFrom, source: '', confirmed: false },
          });
        }
      }
      let expected = DEFAULT;
      for (let at = 0; at <= day; at += 1) {
        for (const each of calendar) if (each.from === at) expected = each.number;
      }
      const shuffled = changes.toSorted(
        (one, other) => ((one.number * 7) % 5) - ((other.number * 7) % 5),
      );
      const found = inForceOn(setting, shuffled, addDays(FIRST, day), configuration);
      expect([found.value, found.confirmed]).toEqual([expected, expected === DEFAULT]);
    }),
  );
});
