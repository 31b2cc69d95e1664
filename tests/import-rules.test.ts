import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

/** Who stands on whom: each wing with the wings it may import. */
const standsOn: Record<string, readonly string[]> = {
  core: [],
  platform: ['core'],
  optimise: ['core'],
  records: ['core', 'platform'],
  claims: ['core', 'platform', 'records'],
  forecast: ['core', 'platform', 'records'],
  programme: ['core', 'platform', 'records', 'claims', 'forecast'],
  levers: ['core', 'platform', 'records', 'claims', 'forecast', 'optimise'],
  web: ['core', 'platform', 'records', 'claims', 'forecast', 'optimise', 'levers', 'programme'],
  cli: ['core', 'platform', 'records', 'claims', 'forecast', 'optimise', 'levers', 'programme'],
};
const faces = ['web', 'cli'];

interface Arrow {
  readonly from: string;
  readonly imports: string;
  readonly allowed: boolean;
  /** How the import is written, when it is not an ordinary re-export. */
  readonly written?: (path: string) => string;
}

const betweenWings: Arrow[] = Object.entries(standsOn).flatMap(([from, below]) =>
  Object.keys(standsOn).map((to) => ({
    from: `src/${from}/room/page/to-${to}.ts`,
    imports: `../../../${to}/room/thing.ts`,
    allowed: from === to ? from !== 'levers' : below.includes(to) || faces.includes(from),
  })),
);

const betweenLevers: Arrow[] = [
  { from: 'src/levers/one/a.ts', imports: './b.ts', allowed: true },
  { from: 'src/levers/one/a.ts', imports: './page/b.ts', allowed: true },
  { from: 'src/levers/one/a.ts', imports: '../kit/case-list.ts', allowed: true },
  { from: 'src/levers/one/a.ts', imports: '../../records/model.ts', allowed: true },
  { from: 'src/levers/one/a.ts', imports: '../two/model.ts', allowed: false },
  { from: 'src/levers/one/a.ts', imports: '../../levers/two/model.ts', allowed: false },
  { from: 'src/levers/one/page/a.ts', imports: '../model.ts', allowed: true },
  { from: 'src/levers/one/page/a.ts', imports: '../other-page/view.tsx', allowed: true },
  { from: 'src/levers/one/page/a.ts', imports: '../../kit/case-list.ts', allowed: true },
  { from: 'src/levers/one/page/a.ts', imports: '../../two/model.ts', allowed: false },
  { from: 'src/levers/one/pages/list/a.ts', imports: '../../model.ts', allowed: true },
  { from: 'src/levers/one/pages/list/a.ts', imports: '../../../../core/money.ts', allowed: true },
  { from: 'src/levers/one/pages/list/a.ts', imports: '../../../two/model.ts', allowed: false },
  { from: 'src/levers/kit/a.ts', imports: '../one/model.ts', allowed: false },
];

const insideRecords: Arrow[] = [
  { from: 'src/records/one/rule.ts', imports: '../two/query.ts', allowed: true },
  { from: 'src/records/one/rule.ts', imports: './pages/list/view.tsx', allowed: false },
  { from: 'src/records/one/rule.ts', imports: '../two/pages/list/view.tsx', allowed: false },
  { from: 'src/records/one/api/a.ts', imports: '../query.ts', allowed: true },
  { from: 'src/records/one/api/a.ts', imports: '../pages/list/schema.ts', allowed: false },
  { from: 'src/records/one/pages/list/a.ts', imports: './view.tsx', allowed: true },
  { from: 'src/records/one/pages/list/a.ts', imports: '../../query.ts', allowed: true },
  { from: 'src/records/one/pages/list/a.ts', imports: '../../../two/query.ts', allowed: true },
  { from: 'src/records/one/pages/list/a.ts', imports: '../case/view.tsx', allowed: false },
  { from: 'src/records/one/pages/list/a.ts', imports: '../../../two/pages/a.ts', allowed: false },
  { from: 'src/records/one/pages/list/a.ts', imports: '../../../../web/a.ts', allowed: false },
];

const otherwiseWritten: Arrow[] = [
  (path: string) => `import type { Thing } from '${path}';\nexport type Same = Thing;\n`,
  (path: string) => `export const thing = import('${path}');\n`,
  (path: string) => `import '${path}';\n`,
].map((written) => ({
  from: 'src/core/a.ts',
  imports: '../records/model.ts',
  allowed: false,
  written,
}));

const arrows = [...betweenWings, ...betweenLevers, ...insideRecords, ...otherwiseWritten].map(
  (arrow, number) => ({
    ...arrow,
    from: arrow.from.replace(/\.ts$/, `-${number}.ts`),
  }),
);

let folder: string;
let refused: Set<string>;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'wellplaced-import-rules-'));
  const { vcs, $schema, ...rules } = JSON.parse(readFileSync('biome.json', 'utf8'));
  writeFileSync(join(folder, 'biome.json'), JSON.stringify(rules));
  for (const { from, imports, written } of arrows) {
    mkdirSync(dirname(join(folder, from)), { recursive: true });
    writeFileSync(
      join(folder, from),
      written?.(imports) ?? `export { thing } from '${imports}';\n`,
    );
  }
  refused = refusals(folder);
});

afterAll(() => rmSync(folder, { recursive: true }));

test.each(arrows)('$from imports $imports: allowed $allowed', ({ from, allowed }) => {
  expect(refused.has(from)).toBe(!allowed);
});

/** The files in which the linter finds a forbidden import. */
function refusals(root: string): Set<string> {
  const biome = join(process.cwd(), 'node_modules/@biomejs/biome/bin/biome');
  const words = ['lint', '--only=style/noRestrictedImports', '--reporter=json'];
  let report: string;
  try {
    report = execFileSync(process.execPath, [biome, ...words, '--max-diagnostics=none'], {
      cwd: root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
  } catch (error) {
    // The linter exits with 1 when it finds something, its report on standard output all the same.
    report = String((error as { stdout: string }).stdout);
  }
  const { diagnostics } = JSON.parse(report);
  return new Set(diagnostics.map((one: { location: { path: string } }) => one.location.path));
}
