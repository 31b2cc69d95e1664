// `npm run sbom [-- FILE]`: writes which packages, in which versions, are installed with the program:
// a software bill of materials (CycloneDX) of the lock file, without those that only build and test it.
// It needs no network and nothing installed.
import './check-node.mjs';
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { checkout, npm } from './npm.mjs';

const WORDS = ['sbom', '--sbom-format=cyclonedx', '--sbom-type=application', '--package-lock-only'];

const file = resolve(process.env.INIT_CWD || '.', process.argv[2] || 'wellplaced.cdx.json');
const { status, stdout, stderr, error } = npm([...WORDS, '--offline'], {
  encoding: 'utf8',
  maxBuffer: 2 ** 26,
});
if (status !== 0) {
  console.error(
    `npm could not list the packages of package-lock.json${error ? ` (${error.message})` : ''}:`,
  );
  console.error(stderr);
  process.exit(1);
}
const bill = JSON.parse(stdout);
// npm's own --omit=dev leaves out what the program needs as well as a tool, such as zod.
const isForBuilding = ({ properties = [] }) =>
  properties.some(({ name }) => name === 'cdx:npm:package:development');
bill.components = bill.components.filter((each) => !isForBuilding(each));
const kept = new Set([bill.metadata.component, ...bill.components].map((each) => each['bom-ref']));
bill.dependencies = bill.dependencies
  .filter(({ ref }) => kept.has(ref))
  .map(({ ref, dependsOn = [] }) => ({ ref, dependsOn: dependsOn.filter((one) => kept.has(one)) }));
// npm calls the program after the folder that it stands in.
bill.metadata.component.name = JSON.parse(
  readFileSync(join(checkout, 'package.json'), 'utf8'),
).name;
writeFileSync(file, `${JSON.stringify(bill, undefined, 2)}\n`);
console.error(`${bill.components.length} packages: ${file}`);
