import { isObject, type Json } from '../json.ts';
import { corrupt } from './codec.ts';

/** One line of the release's support matrix: what was tried and how it went. */
interface SupportRow {
  readonly model: string;
  readonly architecture: string;
  readonly system: string;
  readonly backend: string;
  readonly version: string;
  readonly mode: string;
  /** `PASS`, `FAIL`, `HW_INCOMPATIBLE` or `FRAMEWORK_INCOMPATIBLE`. */
  readonly status: string;
}

/** Rows that passed among those that count. */
interface SupportCount {
  readonly pass: number;
  readonly total: number;
}

/** Counts over the matrix's rows of mode `disagg`, all versions together (graph.md 1.5). */
export interface SupportMatrix {
  /** Every row, expanded. */
  rows(): readonly SupportRow[];
  /** Rows of a model id in any case; undefined when the matrix has none. */
  byModel(id: string, system: string, backend: string): SupportCount | undefined;
  /** Rows of an architecture, those that the hardware cannot run left out. */
  byArchitecture(architecture: string, system: string, backend: string): SupportCount;
  /** Architecture of a model id in any case, from whichever row names it first. */
  architectureOf(id: string): string | undefined;
}

/** What a model without a row at some place is written as. */
export const NO_ROW = '.';

/** Where models were tried; `grid` has a status digit for each model of the matrix. */
interface Place {
  readonly system: string;
  readonly backend: string;
  readonly version: string;
  readonly mode: string;
  readonly grid: string;
}

interface Matrix {
  readonly statuses: readonly string[];
  readonly models: readonly { readonly model: string; readonly architecture: string }[];
  readonly places: readonly Place[];
}

const strings = (value: Json | undefined, length?: number): readonly string[] => {
  if (!Array.isArray(value) || value.some((entry) => typeof entry !== 'string'))
    throw corrupt('support.json has no list of texts');
  if (length !== undefined && value.length !== length) throw corrupt('a list in support.json has the wrong length');
  return value as string[];
};

const lists = (value: Json | undefined): readonly Json[] => {
  if (!Array.isArray(value)) throw corrupt('support.json lacks a list');
  return value;
};

function parseMatrix(value: Json): Matrix {
  if (!isObject(value)) throw corrupt('support.json is not an object');
  const statuses = strings(value.statuses);
  const models = lists(value.models).map((entry) => {
    const [model = '', architecture = ''] = strings(entry, 2);
    return { model, architecture };
  });
  const known = new Set([NO_ROW, ...statuses.keys()].map(String));
  const places = lists(value.places).map((entry) => {
    const [system = '', backend = '', version = '', mode = '', grid = ''] = strings(entry, 5);
    if (grid.length !== models.length || [...grid].some((digit) => !known.has(digit))) {
      throw corrupt('a row of support.json does not fit its models and statuses');
    }
    return { system, backend, version, mode, grid };
  });
  return { statuses, models, places };
}

/** Statuses of the models in `columns` at the given places. */
const statusesAt = (matrix: Matrix, places: readonly Place[], columns: readonly number[]): readonly string[] =>
  places.flatMap(({ grid }) =>
    columns.flatMap((column) =>
      grid.charAt(column) === NO_ROW ? [] : [matrix.statuses[Number(grid.charAt(column))] ?? ''],
    ),
  );

const count = (statuses: readonly string[]): SupportCount => ({
  pass: statuses.filter((status) => status === 'PASS').length,
  total: statuses.length,
});

function expand({ statuses, models, places }: Matrix): readonly SupportRow[] {
  return places.flatMap(({ grid, ...place }) =>
    models.flatMap((model, column) => {
      const digit = grid.charAt(column);
      return digit === NO_ROW ? [] : [{ ...model, ...place, status: statuses[Number(digit)] ?? '' }];
    }),
  );
}

/** Reads `support.json`; throws PERFDB_INVALID when it is not what the importer writes. */
export function parseSupport(value: Json): SupportMatrix {
  const matrix = parseMatrix(value);
  const same = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();
  const placesOf = (system: string, backend: string): readonly Place[] =>
    matrix.places.filter(
      (place) => place.mode === 'disagg' && same(place.system, system) && same(place.backend, backend),
    );
  const columnsWhere = (fits: (entry: Matrix['models'][number]) => boolean): readonly number[] =>
    matrix.models.flatMap((entry, column) => (fits(entry) ? [column] : []));
  return {
    rows: () => expand(matrix),
    byModel(id, system, backend) {
      const columns = columnsWhere(({ model }) => same(model, id));
      const statuses = statusesAt(matrix, placesOf(system, backend), columns);
      return statuses.length === 0 ? undefined : count(statuses);
    },
    byArchitecture(architecture, system, backend) {
      const columns = columnsWhere((entry) => entry.architecture === architecture);
      const statuses = statusesAt(matrix, placesOf(system, backend), columns);
      return count(statuses.filter((status) => status !== 'HW_INCOMPATIBLE'));
    },
    architectureOf: (id) => matrix.models.find(({ model }) => same(model, id))?.architecture,
  };
}
