import { groupBy } from '../group-by.ts';
import type { Json, JsonObject } from '../json.ts';
import type { Change, Changes, DataDifference, PackDifference, SupportedRun } from './diff.ts';

type Figures = DataDifference['systems']['changed'][number]['from'];

/** A figure as text; one that a release does not have is nothing. */
const shown = (value: number | string | undefined): string => (value === undefined ? 'none' : String(value));

const changedFields = ({ from, to }: Change<Figures>): readonly string[] =>
  [...new Set([...Object.keys(from), ...Object.keys(to)])].filter((field) => from[field] !== to[field]);

function systemLines({ removed, added, changed }: DataDifference['systems']): readonly string[] {
  return [
    ...removed.map(({ name }) => `- ${name}`),
    ...added.map(({ name }) => `+ ${name}`),
    ...changed.flatMap((change) => [
      `  ${change.name}`,
      ...changedFields(change).map(
        (field) => `    ${field} ${shown(change.from[field])} -> ${shown(change.to[field])}`,
      ),
    ]),
  ];
}

function packLines({ system, backend, fromVersion, toVersion, tables }: PackDifference): readonly string[] {
  const versions = fromVersion === toVersion ? toVersion : `${shown(fromVersion)} -> ${shown(toVersion)}`;
  return [
    `  ${system} ${backend} ${versions}`,
    ...tables.removed.map(({ name, value }) => `    - ${name}, ${value} rows`),
    ...tables.added.map(({ name, value }) => `    + ${name}, ${value} rows`),
    ...tables.changed.map(({ name, from, to }) =>
      from === to ? `    ${name}, ${to} rows, other contents` : `    ${name}, ${from} -> ${to} rows`,
    ),
  ];
}

const nameLines = (
  { removed, added, changed }: Changes<string>,
  show: (value: string) => string,
): readonly string[] => [
  ...removed.map(({ name, value }) => `- ${name}${show(value)}`),
  ...added.map(({ name, value }) => `+ ${name}${show(value)}`),
  ...changed.map(({ name, from, to }) => `  ${name}${show(from)}${show(from) === show(to) ? '' : ` ->${show(to)}`}`),
];

/** A line a model: on which systems, with which backends. */
function runLines(sign: '+' | '-', runs: readonly SupportedRun[]): readonly string[] {
  return [...groupBy(runs, ({ model }) => model)].map(([model, ofModel]) => {
    const places = [...groupBy(ofModel, ({ system }) => system)].map(
      ([system, onSystem]) => `${system} (${onSystem.map(({ backend }) => backend).join(', ')})`,
    );
    return `${sign} ${model}: ${places.join(', ')}`;
  });
}

/** A heading with its lines, or that there are none. */
const section = (heading: string, lines: readonly string[]): readonly string[] =>
  lines.length === 0 ? [`${heading}: the same`] : [heading, ...lines.map((line) => `  ${line}`)];

/** The lines of `dgdr-render perfdb diff`: what is only in the first release, only in the second, and other in both. */
export function diffLines({ from, to, systems, packs, models, families, support }: DataDifference): readonly string[] {
  const runs = `recorded runs that passed, by model, system and backend: ${support.fromCount} -> ${support.toCount}`;
  return [
    `${from.release} -> ${to.release}`,
    ...section('systems', systemLines(systems)),
    ...section('versions and tables', packs.flatMap(packLines)),
    ...section(
      'models',
      nameLines(models, () => ''),
    ),
    ...section(
      'families of architectures',
      nameLines(families, (family) => ` ${family}`),
    ),
    ...section(runs, [...runLines('-', support.lost), ...runLines('+', support.gained)]),
  ];
}

const namesOf = (list: readonly { readonly name: string }[]): string[] => list.map(({ name }) => name);
const runsJson = (runs: readonly SupportedRun[]): Json => runs.map((run) => ({ ...run }));

const packJson = ({ tables, fromVersion, toVersion, ...place }: PackDifference): JsonObject => ({
  ...place,
  fromVersion: fromVersion ?? null,
  toVersion: toVersion ?? null,
  removedTables: tables.removed.map(({ name, value }) => ({ name, rows: value })),
  addedTables: tables.added.map(({ name, value }) => ({ name, rows: value })),
  changedTables: tables.changed.map(({ name, from, to }) => ({ name, fromRows: from, toRows: to })),
});

const figuresJson = (change: Change<Figures>): JsonObject => ({
  name: change.name,
  fields: changedFields(change).map((field) => ({
    field,
    from: finite(change.from[field]),
    to: finite(change.to[field]),
  })),
});

/** JSON has neither what is missing nor what is without bound. */
const finite = (value: number | string | undefined): Json =>
  value === undefined || value === Number.POSITIVE_INFINITY ? null : value;

/** The same as one JSON object, for `--format json`. */
export function diffJson({ from, to, systems, packs, models, families, support }: DataDifference): JsonObject {
  return {
    schemaVersion: 1,
    from: { ...from },
    to: { ...to },
    systems: {
      removed: namesOf(systems.removed),
      added: namesOf(systems.added),
      changed: systems.changed.map(figuresJson),
    },
    packs: packs.map(packJson),
    models: { removed: namesOf(models.removed), added: namesOf(models.added), changed: namesOf(models.changed) },
    families: {
      removed: families.removed.map(({ name, value }) => ({ architecture: name, family: value })),
      added: families.added.map(({ name, value }) => ({ architecture: name, family: value })),
      changed: families.changed.map(({ name, from: was, to: is }) => ({ architecture: name, from: was, to: is })),
    },
    support: {
      fromCount: support.fromCount,
      toCount: support.toCount,
      lost: runsJson(support.lost),
      gained: runsJson(support.gained),
    },
  };
}
