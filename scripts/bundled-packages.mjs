/** The packages whose code is inside the bundle, as its own account of what went where names them. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const PACKAGE_FOLDER = /^.*node_modules\/(@[^/]+\/)?[^/]+/;
/** What imports a package where it is this tool itself. */
export const OWN = '';

/**
 * Every bundled package by its folder, with its bytes in the bundle, the hash of what was published (of the lock file)
 * and the folders of the packages that import it. Throws where one has no licence or is not in the lock file.
 */
export function packagesIn({ inputs, outputs }, root) {
  const bytes = new Map();
  for (const [path, { bytesInOutput }] of Object.values(outputs).flatMap((output) => Object.entries(output.inputs))) {
    if (bytesInOutput > 0) bytes.set(folderOf(path), (bytes.get(folderOf(path)) ?? 0) + bytesInOutput);
  }
  const locked = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
  const importers = importersOf(importersIn(inputs), bytes);
  return [...bytes.keys()]
    .filter((folder) => folder !== OWN)
    .sort()
    .map((folder) => {
      const { name, version, license } = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'));
      const { integrity, version: lockedVersion } = locked[folder] ?? {};
      if (typeof license !== 'string') throw new Error(`${name} ${version} does not say its licence`);
      if (lockedVersion !== version) throw new Error(`${folder} is not what package-lock.json says: npm ci`);
      const importedBy = importers(folder);
      return { folder, name, version, license, integrity, importedBy, bytes: bytes.get(folder) };
    });
}

function folderOf(path) {
  return PACKAGE_FOLDER.exec(path)?.[0] ?? OWN;
}

/** The packages inside that import one, also by way of others of which nothing is inside: such only hand on what they import. */
function importersOf(importers, inside) {
  return (folder) => {
    const found = new Set();
    const seen = new Set([folder]);
    for (const one of seen) {
      for (const importer of importers.get(one) ?? []) (inside.has(importer) ? found : seen).add(importer);
    }
    found.delete(folder);
    return [...found].sort();
  };
}

/** Folder to the folders of what imports it, itself not counted. */
function importersIn(inputs) {
  const importers = new Map();
  for (const [path, { imports }] of Object.entries(inputs)) {
    const from = folderOf(path);
    for (const to of imports.filter(({ external }) => !external).map((one) => folderOf(one.path))) {
      if (to !== from) importers.set(to, (importers.get(to) ?? new Set()).add(from));
    }
  }
  return importers;
}
