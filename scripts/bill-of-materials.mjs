/**
 * The bill of materials of the bundle and its data in CycloneDX 1.6 (https://cyclonedx.org/docs/1.6/json/): the packages
 * that are inside, not those that build it. The same inputs give the same bytes, so that it has no time and no serial number.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { OWN } from './bundled-packages.mjs';

/** The text of the bill for packages as `packagesIn` gives them. */
export function billOfMaterials(packages, root) {
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const refs = new Map(packages.map(({ folder, name, version }) => [folder, purlOf('npm', name, version)]));
  const own = purlOf('npm', manifest.name, manifest.version);
  refs.set(OWN, own);
  const data = dataComponents(root);
  const needs = new Map([...refs.values(), ...data.map((one) => one['bom-ref'])].map((ref) => [ref, new Set()]));
  for (const { folder, importedBy } of packages) {
    for (const importer of importedBy) needs.get(refs.get(importer)).add(refs.get(folder));
  }
  for (const one of data) needs.get(own).add(one['bom-ref']);
  const bill = {
    $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: { component: { ...componentOf('application', 'npm', manifest) } },
    components: byRef([...packages.map(packageComponent), ...data]),
    dependencies: [...needs]
      .map(([ref, dependsOn]) => ({ ref, ...(dependsOn.size > 0 && { dependsOn: [...dependsOn].sort() }) }))
      .sort((a, b) => compare(a.ref, b.ref)),
  };
  return `${JSON.stringify(bill, undefined, 2)}\n`;
}

/** The hash is of the published archive, as the lock file has it. */
function packageComponent(one) {
  const [algorithm, hash] = one.integrity.split('-');
  if (algorithm !== 'sha512') throw new Error(`${one.folder} has an integrity of ${algorithm}`);
  const content = Buffer.from(hash, 'base64').toString('hex');
  return { ...componentOf('library', 'npm', one), hashes: [{ alg: 'SHA-512', content }] };
}

/** Measured data, one component a release; the index, of which the hash is, holds the hash of every file. */
function dataComponents(root) {
  return readdirSync(join(root, 'perfdb')).map((folder) => {
    const index = readFileSync(join(root, 'perfdb', folder, 'index.json'));
    const [name, version] = JSON.parse(index.toString()).release.split(' ');
    const content = createHash('sha256').update(index).digest('hex');
    const component = componentOf('data', 'pypi', { name, version, license: 'Apache-2.0' });
    return { ...component, description: `measured data in perfdb/${folder}`, hashes: [{ alg: 'SHA-256', content }] };
  });
}

function componentOf(type, registry, { name, version, license }) {
  const purl = purlOf(registry, name, version);
  const [, group, base] = /^(?:(@[^/]+)\/)?(.+)$/.exec(name);
  // An expression is one whole, a name stands for itself: the schema wants them apart.
  const licenses = /[ ()]/.test(license) ? [{ expression: license }] : [{ license: { id: license } }];
  return { type, 'bom-ref': purl, ...(group && { group }), name: base, version, licenses, purl };
}

function purlOf(registry, name, version) {
  return `pkg:${registry}/${name.replace('@', '%40')}@${version}`;
}

/** Two folders with the same package are one component. */
function byRef(components) {
  const unique = new Map(components.map((component) => [component['bom-ref'], component]));
  return [...unique.values()].sort((a, b) => compare(a['bom-ref'], b['bom-ref']));
}

/** By code units, which no locale changes. */
function compare(a, b) {
  return a < b ? -1 : Number(a > b);
}
