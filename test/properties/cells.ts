import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { GraphVersion } from '../../src/dgd/services.ts';
import { formerNames, workerName } from '../../src/graph/backends.ts';
import type { JsonObject } from '../../src/json.ts';
import type { Profile, Row } from '../../src/profile/profile.ts';
import { RELEASES, type Release } from '../../src/releases.ts';
import { BACKENDS, type Backend, type Role } from '../../src/serving.ts';
import { deepFreeze, readProfile } from '../graph/support.ts';

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

const RECORDED = new Map<string, { readonly spec: JsonObject; readonly profile: Profile }>();

/** What was recorded for a cell's backend and mode; read once. */
function recorded({ backend, mode }: Cell) {
  const name = PICKS[backend][mode];
  const text = new URL(`../../fixtures/graph/${name}/request.yaml`, import.meta.url);
  const known = RECORDED.get(name) ?? { spec: parse(readFileSync(text, 'utf8')).spec, profile: readProfile(name) };
  RECORDED.set(name, known);
  return known;
}

/** The profile of a cell: its recorded pick, frozen. */
export function profileOf(cell: Cell): Profile {
  const { profile } = recorded(cell);
  const [{ total_gpus_needed: _load, ...row } = {}] = profile.picked;
  const wide = Object.fromEntries(Object.entries(WIDE).filter(([column]) => column in row));
  return deepFreeze({
    ...profile,
    pickingMode: cell.hasPlanner ? 'autoscale' : 'default',
    picked: [cell.gpusPerNode === SMALL_NODE ? { ...row, ...wide } : row],
  });
}

/** `spec` of a cell's recorded request. */
export function recordedSpec(cell: Cell): JsonObject {
  return recorded(cell).spec;
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
