/**
 * Lists the packages whose code is inside the bundle, for the review that CONTRIBUTING.md describes: version, licence, bytes
 * in the bundle, and what imports them. `--changed REF` lists only those that are not the same in the bill at a Git revision.
 */
import { execFileSync } from 'node:child_process';
import { OWN } from './bundled-packages.mjs';
import { makeBundle } from './make-bundle.mjs';

const BILL = 'dist/sbom.cdx.json';
const [flag, ref] = process.argv.slice(2);
if (flag !== undefined && (flag !== '--changed' || ref === undefined)) {
  console.error('usage: npm run packages [-- --changed REF]');
  process.exit(2);
}

const { packages } = await makeBundle();
const before = flag === undefined ? new Set() : packagesAt(ref);
const listed = packages.filter(({ name, version }) => !before.has(`${name}@${version}`));
const nameOf = new Map([[OWN, 'src/'], ...packages.map(({ folder, name }) => [folder, name])]);
for (const { name, version, license, bytes, importedBy } of listed) {
  const importers = importedBy.map((folder) => nameOf.get(folder)).join(', ');
  console.log(`${`${name} ${version}`.padEnd(40)} ${license.padEnd(14)} ${String(bytes).padStart(8)}  ${importers}`);
}
console.log(`${listed.length} of ${packages.length} packages`);

/** `name@version` of the libraries in the bill of a revision. */
function packagesAt(revision) {
  const args = ['show', `${revision}:${BILL}`];
  const bill = JSON.parse(execFileSync('git', args, { encoding: 'utf8', maxBuffer: 2 ** 26 }));
  return new Set(
    bill.components.map(({ group, name, version }) => `${group === undefined ? '' : `${group}/`}${name}@${version}`),
  );
}
