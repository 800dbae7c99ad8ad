/**
 * Holds package-lock.json to what an installation must be able to trust: every package has the hash of its bytes, comes
 * from the registry by name and version, and nothing of ours asks for a range. Prints every entry that does not.
 *
 *     node scripts/check-lock.mjs [FOLDER]
 */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const [folder = join(dirname(fileURLToPath(import.meta.url)), '..')] = process.argv.slice(2);
const read = (name) => JSON.parse(readFileSync(join(folder, name), 'utf8'));

/** Of a whole SHA-512, which is what the registry gives; a list of hashes would let the weakest count. */
const INTEGRITY = /^sha512-[A-Za-z0-9+/]{86}==$/;
const EXACT = /^\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?$/;
/** A source that an entry may name; without one it is the registry that the machine is set up for. */
const REGISTRY_URL = /^https:\/\/[^?#]+\.tgz$/;
const KINDS_OF_DEPENDENCIES = ['dependencies', 'devDependencies', 'optionalDependencies'];

/** What is wrong with one package of the lock file. */
function offencesOf([path, entry]) {
  const { version = '', integrity = '', resolved, link, inBundle } = entry;
  return [
    ...(link === true ? ['is a link'] : []),
    ...(inBundle === true ? ['comes inside another package, so that no hash is its own'] : []),
    ...(INTEGRITY.test(integrity) ? [] : [`has no integrity of SHA-512, but ${JSON.stringify(integrity)}`]),
    ...(EXACT.test(version) ? [] : [`has the version ${JSON.stringify(version)}`]),
    ...(resolved === undefined || REGISTRY_URL.test(resolved) ? [] : [`comes from ${resolved}`]),
  ].map((what) => `${path} ${what}`);
}

/** Optional packages, those of other platforms, that the lock file leaves out: they would come without a hash. */
function missingOf([path, { optionalDependencies = {} }], paths) {
  const names = Object.keys(optionalDependencies).filter((name) => !isFound(path, name, paths));
  return names.map((name) => `${path || 'package.json'} may install ${name}, which has no entry`);
}

/** As Node looks a package up: in the folder itself, then in those around it. */
function isFound(path, name, paths) {
  const parents = path.split('/node_modules/').map((_, i, all) => all.slice(0, i + 1).join('/node_modules/'));
  return ['', ...parents].some((parent) => paths.has(`${parent === '' ? '' : `${parent}/`}node_modules/${name}`));
}

function rangesOf(manifest, locked) {
  return KINDS_OF_DEPENDENCIES.flatMap((kind) =>
    Object.entries(manifest[kind] ?? {}).flatMap(([name, version]) => [
      ...(EXACT.test(version) ? [] : [`package.json asks for ${name} ${version}, which is no exact version`]),
      ...(locked[kind]?.[name] === version ? [] : [`package.json and the lock file differ about ${name}`]),
    ]),
  );
}

const { lockfileVersion, packages = {} } = read('package-lock.json');
const { '': root = {}, ...others } = packages;
const entries = Object.entries(others);
const paths = new Set(Object.keys(others));
const offences = [
  ...(lockfileVersion === 3 && entries.length > 0 ? [] : [`a lock file of version 3 with packages was expected`]),
  ...rangesOf(read('package.json'), root),
  ...entries.flatMap(offencesOf),
  ...Object.entries(packages).flatMap((entry) => missingOf(entry, paths)),
];
if (offences.length > 0) {
  console.error(`${offences.join('\n')}\n${offences.length} places of package-lock.json are not pinned`);
  process.exitCode = 1;
}
