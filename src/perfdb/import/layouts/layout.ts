import type { Json } from '../../../json.ts';
import type { Backend } from '../../../serving.ts';
import type { SystemSpec } from '../../systems.ts';
import type { TableSpec } from '../tables/spec.ts';
import type { ReleaseTree } from '../tree.ts';

/** Paths of the files of each version of each framework: what lies below the data folder of a system. */
export type DataFolder = ReadonlyMap<string, ReadonlyMap<string, readonly string[]>>;

/** One file a table is made from; `kernels` limits it to rows of these kernel sources. */
export interface TableSource {
  readonly path: string;
  readonly framework: string;
  readonly version: string;
  /** Place of the file among the table's parts. */
  readonly part: number;
  readonly kernels: ReadonlySet<string> | undefined;
}

/** The tables of which backend, at which version, of which system. */
export interface DataPlace {
  readonly system: SystemSpec;
  readonly backend: string;
  readonly version: string;
  readonly folder: DataFolder;
}

/** How many slices and rows each lane of a table has: in the version's own file, and in all; lanes as first read. */
export interface LaneCoverage {
  readonly own: ReadonlyMap<string, Coverage>;
  readonly all: ReadonlyMap<string, Coverage>;
}

export interface Coverage {
  readonly slices: number;
  readonly rows: number;
}

/** What a release says about its data, read once. */
export interface ReleaseRules {
  /** The version that is taken when none is asked for; undefined where nothing was measured. */
  defaultVersion(system: string, backend: Backend, folder: DataFolder): string | undefined;
  /** The files of a table in order of precedence, missing ones left out. */
  sources(place: DataPlace, spec: TableSpec): readonly TableSource[];
  /** The lanes of a table in the order in which they are asked. */
  laneOrder(place: DataPlace, coverage: LaneCoverage): readonly string[];
}

/** How a release of aiconfigurator is laid out: a row for each generation of its wheels. */
export interface ReleaseLayout {
  /** Folder of the Python package that holds systems, model configurations and sdk/common.py; names the wheel, too. */
  readonly package: string;
  readonly tables: readonly TableSpec[];
  /** Tables of a system that all its backends share. */
  readonly sharedTables: readonly TableSpec[];
  /** Characters of a model's configuration up to which it stands in models.json; longer ones get files of their own. */
  readonly longestInlineConfig: number;
  /** Groups the files below the data folder of a system, whose path ends in a slash. */
  readonly dataFolder: (paths: readonly string[], prefix: string) => DataFolder;
  /** Reads the rules; `readYaml` takes a path below the systems folder. */
  readonly rules: (tree: ReleaseTree, readYaml: (path: string) => Promise<Json>) => Promise<ReleaseRules>;
}
