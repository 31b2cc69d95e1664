import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Import, Link, Step } from './council-files.ts';
import { sequences } from './sequences.ts';
import { standsAfter } from './slow-council.ts';
import { refusals } from './slow-links.ts';

interface Made {
  readonly number: number;
  readonly made: Import | Link;
  stands: boolean;
}

/** What a link comes to in a sequence, by the model alone. */
function whatLinksDo(steps: readonly Step[]): ReadonlySet<string> {
  const done = new Set<string>();
  const all: Made[] = [];
  const stands = () => JSON.stringify(standsAfter(all.filter((each) => each.stands)));
  const isLinked = () => all.some(({ made, stands }) => made.what === 'link' && stands);
  const refused = (link: Link) => {
    const reasons = refusals(link, all);
    for (const reason of reasons) done.add(reason);
    return reasons.length > 0;
  };
  const turn = (turned: Made) => {
    const { made } = turned;
    if (made.what === 'link' && !turned.stands && refused(made)) {
      done.add('not put back');
      return;
    }
    if (made.what === 'link') done.add(turned.stands ? 'taken back' : 'put back');
    else if (isLinked()) done.add('stands while an import is turned round');
    turned.stands = !turned.stands;
  };
  for (const step of steps) {
    if (step.what === 'turn') {
      const turned = all[step.which % Math.max(1, all.length)];
      if (turned !== undefined) turn(turned);
    } else if (step.what === 'link') {
      if (refused(step)) continue;
      const before = stands();
      all.push({ number: all.length + 1, made: step, stands: true });
      if (stands() !== before) done.add('moves records');
    } else if (step.files.some(({ isDamaged }) => !isDamaged)) {
      if (isLinked()) done.add('is followed by files');
      all.push({ number: all.length + 1, made: step, stands: true });
    }
  }
  return done;
}

test('the sequences of the slow model hold links that move records, are turned round, and are refused for every reason', () => {
  const often = new Map<string, number>();
  for (const steps of fc.sample(sequences, { numRuns: 1000, seed: 28_112_026 })) {
    for (const what of whatLinksDo(steps)) often.set(what, (often.get(what) ?? 0) + 1);
  }
  const seldomest = {
    'moves records': 200,
    'is followed by files': 150,
    'stands while an import is turned round': 200,
    'taken back': 100,
    'put back': 40,
    'not put back': 8,
    'one and the same': 100,
    'not known': 100,
    'follows another': 100,
  };
  for (const [what, times] of Object.entries(seldomest)) {
    expect(often.get(what) ?? 0, what).toBeGreaterThan(times);
  }
});
