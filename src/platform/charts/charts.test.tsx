import fc from 'fast-check';
import { renderToString } from 'preact-render-to-string';
import { expect, test } from 'vitest';
import { isoDate } from '../../core/plain-date.ts';
import { shortAmount } from './amounts.ts';
import { type Bar, barChart } from './bar-chart.tsx';
import { drawnOnce } from './drawn-once.tsx';
import { lineChart } from './line-chart.tsx';
import { fittedLabel, spreadLabels } from './measures.ts';
import { stepTimeline } from './step-timeline.tsx';

const words = { title: 'Title <of> it', description: 'What it "shows" & says' };
const bar = (id: string) =>
  barChart({
    id,
    ...words,
    type: 'money',
    labelHeading: 'Group',
    valueHeading: 'Spend',
    bars: [
      { label: 'A <b>', value: 120_000_000 },
      { label: 'B', value: 45 },
    ],
  });
const charts = {
  bar: bar('bar'),
  line: lineChart({
    id: 'line',
    ...words,
    type: 'whole',
    series: [
      { label: 'One', points: [{ date: isoDate('2026-01-01'), value: 1 }] },
      { label: '<b>Two', points: [{ date: isoDate('2026-02-01'), value: 2 }] },
    ],
  }),
  timeline: stepTimeline({
    id: 'timeline',
    ...words,
    lanes: ['Placement'],
    until: isoDate('2026-01-31'),
    steps: [{ lane: 'Placement', label: '<b>U4', from: isoDate('2026-01-01'), to: undefined }],
    events: [{ lane: 'Placement', label: 'Review', date: isoDate('2026-01-15') }],
  }),
};

test.each(Object.entries(charts))('%s has a name, a description and no style', (id, chart) => {
  const html = renderToString(chart);
  expect(html).toContain(`role="img" aria-labelledby="${id}-title ${id}-description"`);
  expect(html).toContain(`<title id="${id}-title">Title &lt;of> it</title>`);
  expect(html).toContain(
    `<desc id="${id}-description">What it &quot;shows&quot; &amp; says</desc>`,
  );
  expect(html).not.toMatch(/<style|\sstyle=/);
  expect(html).not.toContain('<b>');
  expect(html).toContain('The table behind this chart');
  expect(html).not.toContain('NaN');
});

test('ids are each on the page once, and every reference has its target', () => {
  const html = Object.values(charts)
    .map((chart) => renderToString(chart))
    .join('');
  const ids = [...html.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const [, target] of html.matchAll(/url\(#([^)]+)\)/g)) expect(ids).toContain(target);
});

test('the table behind has the exact values', () => {
  const html = renderToString(charts.bar);
  expect(html).toContain('£1,200,000.00');
  expect(html).toContain('£0.45');
});

test('a chart without anything to draw is still a chart', () => {
  const nothing = { ...words, type: 'whole', bars: [], labelHeading: 'a' } as const;
  expect(renderToString(barChart({ id: 'x', ...nothing, valueHeading: 'b' }))).toContain('<svg');
  expect(renderToString(lineChart({ id: 'x', ...words, type: 'whole', series: [] }))).toContain(
    '<svg',
  );
});

test.each([
  [1_040, 'whole', '1,040'],
  [123_456_789, 'money', '£1.2m'],
  [45_600_00, 'money', '£45.6k'],
  [500, 'money', '£5'],
] as const)('writes %i as %s in short', (value, type, text) => {
  expect(shortAmount(value, type)).toBe(text);
});

test('a label that does not fit is shortened or left out', () => {
  expect(fittedLabel('Foster carer', 200)).toBe('Foster carer');
  expect(fittedLabel('Foster carer', 60)).toBe('Foster…');
  expect(fittedLabel('Foster carer', 20)).toBe('');
});

test('labels that would stand on each other are moved apart, in their order and on the chart', () => {
  expect(spreadLabels([100, 20, 104], 16, 200)).toEqual([100, 20, 116]);
  expect(spreadLabels([195, 199], 16, 200)).toEqual([184, 200]);
  const ends = fc.array(fc.double({ min: 0, max: 266, noNaN: true }), { maxLength: 10 });
  fc.assert(
    fc.property(ends, (positions) => {
      const spread = spreadLabels(positions, 16, 266);
      const sorted = [...spread].sort((a, b) => a - b);
      sorted.forEach((position, at) => {
        expect(position).toBeLessThanOrEqual(266);
        if (at > 0) expect(position - (sorted[at - 1] ?? 0)).toBeGreaterThan(15.999);
      });
      positions.forEach((one, a) => {
        positions.forEach((other, b) => {
          if (one < other) expect(spread[a]).toBeLessThan(spread[b] ?? 0);
        });
      });
    }),
  );
});

test('once warm, a chart takes less than ten milliseconds', () => {
  const times = Array.from({ length: 15 }, (_none, at) => {
    const before = performance.now();
    renderToString(bar(`bar-${at}`));
    return performance.now() - before;
  });
  // The least of them: what else the machine does meanwhile is no matter of the chart's.
  expect(Math.min(...times)).toBeLessThan(10);
});

test('what is drawn of one thing is drawn once, and anew for another thing or name', () => {
  let drawings = 0;
  const draw = (bars: readonly Bar[]) => () => {
    drawings += 1;
    const words = { title: 'T', description: '', labelHeading: 'L', valueHeading: 'V' };
    return barChart({ id: 'a', type: 'whole', bars, ...words });
  };
  const [one, other] = [[{ label: 'Alder', value: 1 }], [{ label: 'Birch', value: 2 }]];
  const first = renderToString(drawnOnce(one, 'bars', draw(one)));
  expect(renderToString(drawnOnce(one, 'bars', draw(one)))).toBe(first);
  expect(first).toBe(renderToString(draw(one)()));
  expect(drawings).toBe(2);
  const second = renderToString(drawnOnce(other, 'bars', draw(other)));
  expect([second.includes('Birch'), second.includes('Alder')]).toEqual([true, false]);
  drawnOnce(one, 'more', draw(one));
  expect(drawings).toBe(4);
});
