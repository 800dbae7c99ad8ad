/**
 * The street of docs/architecture.md as a table: which rooms of src/ a room may import from, types included. A room is a
 * folder of src/, or a file beside the folders. A test compares the table with the one of the document.
 */

/** Files that every room may import from. */
export const BASE = [
  'errors',
  'gpu-types',
  'group-by',
  'json',
  'json-reading',
  'kinds',
  'memo',
  'model-ids',
  'releases',
  'serving',
  'version',
  'words',
];

/** Room to the rooms it may import from, itself aside. */
export const MAY_IMPORT = {
  errors: [],
  'gpu-types': [],
  'group-by': [],
  json: [],
  'json-reading': ['json'],
  kinds: [],
  memo: [],
  'model-ids': [],
  releases: ['serving'],
  serving: [],
  version: [],
  words: ['json'],
  tables: BASE,
  files: BASE,
  krm: [...BASE, 'files'],
  dgd: BASE,
  request: [...BASE, 'krm'],
  perfdb: BASE,
  operations: [...BASE, 'perfdb'],
  models: [...BASE, 'operations'],
  engine: [...BASE, 'perfdb', 'operations', 'models'],
  pick: [...BASE, 'perfdb', 'models', 'engine'],
  profile: [...BASE, 'request', 'perfdb', 'operations', 'models', 'engine', 'pick'],
  graph: [...BASE, 'dgd', 'request', 'profile'],
  merge: [...BASE, 'dgd', 'request', 'profile', 'graph'],
  workloads: [...BASE, 'dgd', 'request'],
  verdict: [...BASE, 'dgd', 'request', 'models', 'engine', 'pick', 'profile', 'graph'],
  figures: [...BASE, 'verdict'],
  outputs: [...BASE, 'dgd', 'files', 'krm', 'request', 'graph', 'merge', 'workloads'],
  lock: [...BASE, 'dgd', 'krm', 'request', 'profile'],
  render: [
    ...BASE,
    'dgd',
    'krm',
    'request',
    'perfdb',
    'profile',
    'graph',
    'merge',
    'workloads',
    'verdict',
    'outputs',
    'lock',
  ],
  page: [...BASE, 'request', 'models', 'engine', 'pick', 'profile', 'verdict'],
  compare: [...BASE, 'tables', 'krm', 'request', 'render', 'verdict'],
  library: [...BASE, 'krm', 'request', 'profile', 'verdict', 'render', 'compare'],
  net: BASE,
  cluster: [...BASE, 'net'],
  hub: [...BASE, 'net'],
  commands: [
    ...BASE,
    'cluster',
    'files',
    'hub',
    'krm',
    'request',
    'perfdb',
    'profile',
    'verdict',
    'figures',
    'outputs',
    'lock',
    'render',
    'page',
    'compare',
    'tables',
  ],
  cli: [...BASE, 'krm', 'commands'],
  bin: ['cli', 'commands'],
};

/** The room of a file, whose name starts at src/. */
export function roomOf(file) {
  return file.split('/')[0].replace(/\.ts$/, '');
}
