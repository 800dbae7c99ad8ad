import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { formerNames, workerName } from '../../src/graph/backends.ts';
import type { JsonObject } from '../../src/json.ts';
import type { Profile } from '../../src/profile/profile.ts';
import type { Row } from '../../src/profile/rows/row.ts';
import type { GraphVersion } from '../../src/releases.ts';
import { RELEASES, type Release } from '../../src/releases.ts';
import { BACKENDS, type Backend, type Role } from '../../src/serving.ts';
import { readProfile, readRow } from '../support/graphs.ts';

/** What decides how a graph is built, besides the wishes of a request. */
export interface Cell {
  readonly backend: Backend;
  readonly mode: Profile['chosen'];
  readonly target: Release;
  readonly hasPlanner: boolean;
  readonly isMocker: boolean;
  /** GPUs a node; few of them spread a worker over several. */
  readonly gpusPerNode: number;
  /** Version that the override is written in. */
  readonly overrideVersion: GraphVersion;
}

/** A recorded pick of every backend and mode, whose model and hardware the requests take. */
const PICKS: Readonly<Record<Backend, Readonly<Record<Cell['mode'], string>>>> = {
  vllm: { agg: 'llama-8b-h100', disagg: 'qwen3-32b-kv-disagg' },
  sglang: { agg: 'llama-70b-sglang', disagg: 'qwen3-small-a100' },
  trtllm: { agg: 'qwen3-32b-trtllm', disagg: 'qwen3-32b-auto' },
};
const MODES = ['agg', 'disagg'] as const satisfies readonly Cell['mode'][];
/** Roles of a mode, the one that prefills first. */
const ROLES: Readonly<Record<Cell['mode'], readonly Role[]>> = { agg: ['agg'], disagg: ['prefill', 'decode'] };

const WHOLE_NODE = 8;
const SMALL_NODE = 2;
/** Sizes of a pick that spans small nodes. */
const WIDE: Row = { tp: 4, '(p)tp': 4, '(d)tp': 4, '(p)workers': 1, '(d)workers': 1 };

const FEATURES = [
  { hasPlanner: false, isMocker: false, gpusPerNode: WHOLE_NODE },
  { hasPlanner: true, isMocker: false, gpusPerNode: WHOLE_NODE },
  { hasPlanner: false, isMocker: false, gpusPerNode: SMALL_NODE },
  { hasPlanner: true, isMocker: true, gpusPerNode: WHOLE_NODE },
  { hasPlanner: false, isMocker: true, gpusPerNode: WHOLE_NODE },
] as const;
/** Versions of overrides that targets of a graph's version read. */
const OVERRIDE_VERSIONS: Readonly<Record<GraphVersion, readonly GraphVersion[]>> = {
  v1alpha1: ['v1alpha1'],
  v1beta1: ['v1alpha1', 'v1beta1'],
};

/** Every cell there is. */
export const CELLS: readonly Cell[] = RELEASES.flatMap(({ release: target, graphVersion }) =>
  OVERRIDE_VERSIONS[graphVersion].flatMap((overrideVersion) =>
    BACKENDS.flatMap((backend) =>
      MODES.flatMap((mode) => FEATURES.map((features) => ({ target, overrideVersion, backend, mode, ...features }))),
    ),
  ),
);

/** GPUs that every request may use. */
export const TOTAL_GPUS = 16;

const RECORDED = new Map<string, JsonObject>();

/** `spec` of a cell's recorded request; read once. */
export function recordedSpec({ backend, mode }: Cell): JsonObject {
  const name = PICKS[backend][mode];
  const text = new URL(`../../fixtures/graph/${name}/request.yaml`, import.meta.url);
  const spec = RECORDED.get(name) ?? parse(readFileSync(text, 'utf8')).spec;
  RECORDED.set(name, spec);
  return spec;
}

/** The profile of a cell: its recorded pick, frozen. */
export function profileOf({ backend, mode, hasPlanner, gpusPerNode }: Cell): Profile {
  const name = PICKS[backend][mode];
  const { total_gpus_needed: _load, ...row } = readRow(name);
  const wide = Object.fromEntries(Object.entries(WIDE).filter(([column]) => column in row));
  return readProfile(name, {
    pickingMode: hasPlanner ? 'autoscale' : 'default',
    totalGpus: TOTAL_GPUS,
    row: gpusPerNode === SMALL_NODE ? { ...row, ...wide } : row,
  });
}

/** Workers of a cell's graph, the one that prefills first. */
export function workersOf({ backend, mode, isMocker, target }: Cell): readonly string[] {
  return isMocker ? ROLES.disagg : ROLES[mode].map((role) => workerName(backend, role, target));
}

/** Names that an override may use for the workers instead, each with the present one. */
export function formerWorkersOf({ backend, mode, isMocker, target }: Cell): ReadonlyMap<string, string> {
  const roles = isMocker ? [] : ROLES[mode];
  const names = roles.flatMap((role) =>
    formerNames(backend, role, target).map((former) => [former, workerName(backend, role, target)] as const),
  );
  return new Map(names);
}
