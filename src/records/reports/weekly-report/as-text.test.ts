import { describe, expect, it } from 'vitest';
import { reportTables } from './as-tables.ts';
import { reportText } from './as-text.ts';
import { exampleReport } from './example.ts';
import { publish } from './publish.ts';

const report = exampleReport();

describe('the report as tables', () => {
  it.each([report, publish(report)])('fills every column of every row', (either) => {
    const tables = reportTables(either);
    for (const { columns, rows } of tables) {
      for (const row of rows) for (const { key } of columns) expect(row[key]).not.toBeUndefined();
    }
    expect(new Set(tables.map(({ name }) => name)).size).toBe(tables.length);
    expect(Math.max(...tables.map(({ title }) => title.length))).toBeLessThanOrEqual(31);
  });

  it('holds every figure of the report somewhere', () => {
    const values = reportTables(report).flatMap(({ columns, rows }) =>
      rows.flatMap((row) => columns.map(({ key }) => row[key])),
    );
    const { byGroup: children, ...counts } = report.children;
    const { byGroup: spend, ...sums } = report.spend;
    const groups = [...Object.values(children), ...spend.map(({ nights }) => nights)];
    for (const figure of [...Object.values({ ...counts, ...sums }), ...groups]) {
      expect(values).toContain(figure);
    }
  });

  it('has no table about single children in the published report', () => {
    const names = reportTables(publish(report)).map(({ name }) => name);
    expect(names).toContain('lists-withheld');
    expect(names).not.toContain('dearest-packages');
    expect(JSON.stringify(reportTables(publish(report)))).not.toContain('Package ');
  });
});

describe('the report as text', () => {
  it('lines its columns up and says how it is marked', () => {
    const text = reportText(report);
    expect(text).toMatch(
      /^Testshire: placements, week ending 31 March 2021\nWorking figures, not for publication\n/,
    );
    const from = text.indexOf('Dearest packages');
    expect(text.slice(from, text.indexOf('\n\n', from))).toBe(
      [
        'Dearest packages',
        '  Package    Placement group                        Placement started  Weekly cost  Contributions  Provider',
        "  Package A  Children's homes and residential care  29 March 2021        £4,500.00          £0.00  Alder House",
        "  Package B  Children's homes and residential care  29 March 2021          £700.00          £0.00  Alder House",
      ].join('\n'),
    );
  });

  it('shows withheld figures alike, and marks them', () => {
    const text = reportText(publish(report));
    expect(text).toContain('Small numbers are withheld and shown as [c]');
    expect(text).toMatch(/Children looked after +\[c\]\n/);
    expect(text).not.toContain('Package A');
  });
});
