import type { Architecture } from '../models/architecture.ts';
import type { ExpertSpread } from '../models/expert-spread.ts';
import type { Layout } from '../models/layout.ts';
import { familyModel } from '../models/model.ts';
import { standInRanks } from '../operations/all-to-all.ts';
import { DataMissing } from '../operations/data-missing.ts';
import type { Phase } from '../operations/kind.ts';
import type { QuantModes } from '../operations/quant-modes.ts';
import type { PerfDatabase, SystemSpec } from '../perfdb/perfdb.ts';
import type { Role } from '../serving.ts';
import type { ExchangeRules } from './exchanges.ts';
import type { ExpertSizes, SpreadRules } from './revision.ts';

/** How the layouts of a role spread their experts. */
export interface Spreading {
  /** The exchanges of a layout; undefined where dispatch is a plain collective. @throws DataMissing */
  readonly of: (layout: Layout) => ExpertSpread | undefined;
  /** Further sizes that layouts are tried with. */
  readonly widened: Partial<ExpertSizes>;
}

/** What exchanges of a role depend on. */
export interface SpreadScope {
  readonly architecture: Architecture;
  readonly quant: QuantModes;
  readonly database: PerfDatabase;
  readonly system: SystemSpec;
  readonly role: Role;
}

/** Experts without exchanges of their own. */
export const NO_SPREAD: Spreading = { of: () => undefined, widened: {} };

/** Expert-parallel sizes for which a library and the experts were measured. */
interface Covered {
  readonly exchange: ExchangeRules;
  readonly sizes: ReadonlySet<number>;
}

/** A worker's model holds both phases, and its weights are those of prefill, so that every role needs that one. */
const PHASES: Readonly<Record<Role, readonly Phase[]>> = {
  agg: ['context', 'generation'],
  prefill: ['context'],
  decode: ['generation', 'context'],
};

/**
 * Which layouts spread their experts by exchanges of their own, from what was measured. Ranks of more than one node need
 * these. Source: aiconfigurator 0.12.0, sdk/task_v2.py and sdk/moe_comm_resolver.py.
 */
export function expertSpreading(scope: SpreadScope, rules: SpreadRules | undefined): Spreading {
  if (rules === undefined || !familyModel(scope.architecture).isMoe) return NO_SPREAD;
  const { numGpusPerNode } = scope.system;
  const coverage = { context: covered(scope, rules, 'context'), generation: covered(scope, rules, 'generation') };
  const needed = PHASES[scope.role];
  const wide = wideSizes(
    needed.map((phase) => coverage[phase]),
    numGpusPerNode,
  );
  const choose = (layout: Layout, phase: Phase) => {
    if (layout.moeTp > 1 || (scope.database.backend === 'trtllm' && layout.dp === 1)) return undefined;
    return coverage[phase].find(({ sizes }) => sizes.has(layout.moeEp))?.exchange;
  };
  return {
    widened: wide.length === 0 ? {} : rules.widened[scope.database.backend][scope.role](wide),
    of: (layout) => {
      if (layout.moeEp === 1) return undefined;
      if (needed.every((phase) => choose(layout, phase) !== undefined))
        return spreadOf(scope, layout, (phase) => choose(layout, phase));
      if (layout.moeEp <= numGpusPerNode) return undefined;
      throw new DataMissing(`no measured exchange of tokens over ${layout.moeEp} ranks of more than one node`);
    },
  };
}

function spreadOf(
  { quant, system }: SpreadScope,
  { moeEp }: Layout,
  choose: (phase: Phase) => ExchangeRules | undefined,
): ExpertSpread {
  const nodes = Math.ceil(moeEp / system.numGpusPerNode);
  const exchange = (phase: Phase) => {
    const rules = choose(phase);
    const sent = rules?.sent(quant.moe, phase, system.name);
    if (rules === undefined || sent === undefined) return undefined;
    const { comm, stages, sms, splitsPrefill } = rules;
    return { comm, stages, sent, sms, splitsPrefill, nodes };
  };
  return { context: exchange('context'), generation: exchange('generation') };
}

/** Sizes of more than one node that all phases have. */
function wideSizes(phases: readonly (readonly Covered[])[], numGpusPerNode: number): readonly number[] {
  const byPhase = phases.map((found) => new Set(found.flatMap(({ sizes }) => [...sizes])));
  const [first = new Set<number>(), ...others] = byPhase;
  return [...first]
    .filter((size) => size > numGpusPerNode && others.every((sizes) => sizes.has(size)))
    .sort((a, b) => a - b);
}

function covered(scope: SpreadScope, { exchanges }: SpreadRules, phase: Phase): readonly Covered[] {
  const { architecture, database, system } = scope;
  if (!familyModel(architecture).hasExchanges) return [];
  const wanted = exchanges.filter(
    ({ backends, phases }) => backends.includes(database.backend) && phases.includes(phase),
  );
  const computed = computedSizes(scope, phase);
  return wanted.flatMap((exchange) => {
    const measured = exchangedSizes(scope, exchange, phase);
    const standIn = standInRanks(exchange.comm, database.backend, system.numGpusPerNode);
    const isCovered = (size: number): boolean => {
      const nodes = Math.ceil(size / system.numGpusPerNode);
      return measured.has(`${size} ${nodes}`) || (nodes > 1 && standIn !== undefined && measured.has(`${standIn} 1`));
    };
    const sizes = new Set([...computed].filter((size) => isFeasible(scope, exchange, size) && isCovered(size)));
    return sizes.size === 0 ? [] : [{ exchange, sizes }];
  });
}

/** Experts that a token may go to where kernels of their own exchange it. */
const MOST_TOPK = 8;

function isFeasible(
  { architecture: { topk, experts }, system }: SpreadScope,
  { minSm }: ExchangeRules,
  size: number,
): boolean {
  return topk <= MOST_TOPK && size > 1 && size <= experts && experts % size === 0 && system.smVersion >= minSm;
}

/** Ranks and nodes, as one text, that both directions of a library were measured with for a model. */
function exchangedSizes(
  { architecture, quant, database, system }: SpreadScope,
  { comm, sent }: ExchangeRules,
  phase: Phase,
): ReadonlySet<string> {
  const modes = sent(quant.moe, phase, system.name);
  if (modes === undefined) return new Set();
  const { hiddenSize, topk, experts } = architecture;
  const sizesOf = (stage: 'dispatch' | 'combine'): readonly string[] =>
    (database.table('moe_a2a')?.sliceKeys ?? []).flatMap(([library, part, mode, ranks, nodes, ...shape]) => {
      const isWanted = library === comm && part === stage && mode === modes[stage];
      const isShape = shape[0] === hiddenSize && shape[1] === topk && shape[2] === experts;
      return isWanted && isShape ? [`${ranks} ${nodes}`] : [];
    });
  const combined = new Set(sizesOf('combine'));
  return new Set(sizesOf('dispatch').filter((sizes) => combined.has(sizes)));
}

/** Expert-parallel sizes that the experts of a model were measured with. */
function computedSizes({ architecture, quant, database }: SpreadScope, phase: Phase): ReadonlySet<number> {
  const { hiddenSize, moeInterSize, topk, experts } = architecture;
  const sizes = new Set<number>();
  for (const [, mode, , part, ...shape] of database.table('moe_expert_compute')?.sliceKeys ?? []) {
    const [k, all, , hidden, inter, moeTp, moeEp] = shape;
    const isShape = k === topk && all === experts && hidden === hiddenSize && inter === moeInterSize;
    if (mode === quant.moe && part === phase && isShape && moeTp === 1) sizes.add(Number(moeEp));
  }
  if (database.backend === 'sglang') return sizes;
  const table = database.table('moe');
  for (const key of table?.sliceKeys ?? []) {
    const [lowLatency, mode, , k, all, hidden, inter] = key;
    const isShape = k === topk && all === experts && hidden === hiddenSize && inter === moeInterSize;
    if (lowLatency !== 0 || mode !== quant.moe || !isShape) continue;
    const slice = table!.slice(...key)!;
    const [moeTp, moeEp] = [slice.column('moe_tp_size'), slice.column('moe_ep_size')];
    for (let row = 0; row < slice.rowCount; row += 1) if (moeTp[row] === 1) sizes.add(moeEp[row]!);
  }
  return sizes;
}
