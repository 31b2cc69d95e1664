import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Spec, Validation } from '@cyclonedx/cyclonedx-library';
import { afterAll, beforeAll, expect, test } from 'vitest';

interface Bill {
  readonly metadata: { readonly component: { readonly name: string; readonly version: string } };
  readonly components: readonly { readonly name: string; readonly version: string }[];
}

const folder = mkdtempSync(join(tmpdir(), 'bill-'));
afterAll(() => rmSync(folder, { recursive: true }));

let text: string;
let bill: Bill;
beforeAll(() => {
  const file = join(folder, 'bill.cdx.json');
  // A registry that nobody answers at: the lock file alone is read.
  const env = { ...process.env, npm_config_registry: 'http://127.0.0.1:9/' };
  execFileSync(process.execPath, ['bin/sbom.mjs', file], { env, stdio: 'pipe' });
  text = readFileSync(file, 'utf8');
  bill = JSON.parse(text);
});

/** The packages of the lock file that are not for building and testing alone. */
function installedWithTheProgram(): readonly string[] {
  const lock = JSON.parse(readFileSync('package-lock.json', 'utf8'));
  const packages = Object.entries<{
    version: string;
    name?: string;
    dev?: true;
    devOptional?: true;
  }>(lock.packages);
  return packages
    .filter(([path, { dev }]) => path !== '' && !dev)
    .map(([path, { version, name }]) => `${name ?? path.split('node_modules/').at(-1)} ${version}`);
}

test('the bill of materials is valid CycloneDX', async () => {
  const validator = new Validation.JsonStrictValidator(Spec.Version.v1dot5);
  expect(await validator.validate(text)).toBeNull();
  const { name, version } = JSON.parse(readFileSync('package.json', 'utf8'));
  expect(bill.metadata.component).toMatchObject({ name, version });
});

test('it names every package that is installed with the program, and none that only tests it', () => {
  const named = bill.components.map(({ name, version }) => `${name} ${version}`);
  const expected = installedWithTheProgram();
  expect([...new Set(named)].sort()).toEqual([...new Set(expected)].sort());
  // One that a tool needs as well, and one that only a tool needs.
  expect(named.some((each) => each.startsWith('zod '))).toBe(true);
  expect(named.some((each) => each.startsWith('vitest '))).toBe(false);
});

test.each([
  ['a grave weakness', { lodash: ['high', '<4.17.21'] }, true, ['lodash <4.17.21: high']],
  [
    'a critical one among others',
    { a: ['low', '*'], b: ['critical', '1'] },
    true,
    ['b 1: critical'],
  ],
  ['moderate ones alone', { a: ['moderate', '*'] }, true, []],
  ['none', {}, true, []],
] as const)('an audit with %s is told as it is', async (_name, found, answered, weak) => {
  const { auditVerdict } = await import(new URL('../bin/audit-verdict.mjs', import.meta.url).href);
  const vulnerabilities = Object.fromEntries(
    Object.entries<readonly [string, string]>(found).map(([name, [severity, range]]) => [
      name,
      { name, severity, range },
    ]),
  );
  expect(auditVerdict(JSON.stringify({ vulnerabilities }))).toEqual({ answered, weak });
});

test.each(['', 'npm error', '{"message":"405 Method Not Allowed","statusCode":405}'])(
  'a registry without an audit is no weakness: %s',
  async (said) => {
    const { auditVerdict } = await import(
      new URL('../bin/audit-verdict.mjs', import.meta.url).href
    );
    expect(auditVerdict(said)).toEqual({ answered: false, weak: [] });
  },
);
