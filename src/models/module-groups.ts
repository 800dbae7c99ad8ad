/** Groups of modules that a quantised checkpoint may leave as they were. */
export type ModuleGroup = 'query' | 'keyValue' | 'output' | 'indexer' | 'sharedExperts';

/** Projections of attention by what their names contain. */
const PROJECTIONS: Readonly<Record<Exclude<ModuleGroup, 'sharedExperts'>, readonly string[]>> = {
  query: ['q_a_proj', 'q_b_proj', 'q_proj'],
  keyValue: ['kv_a_proj', 'kv_b_proj', 'kv_proj', 'k_proj', 'v_proj'],
  output: ['o_proj'],
  indexer: ['indexer'],
};
type Projection = keyof typeof PROJECTIONS;
const ALL_PROJECTIONS = Object.keys(PROJECTIONS) as readonly Projection[];

/** A pattern with this name and none of a projection means all of attention. */
const ATTENTION = 'self_attn';
const SHARED_EXPERTS = 'shared_expert';

/** Whether any pattern names a module of attention. */
export function namesAttention(patterns: readonly string[]): boolean {
  return patterns.some((pattern) => pattern.includes(ATTENTION));
}

const known = new WeakMap<readonly string[], readonly ModuleGroup[]>();

/**
 * The groups that patterns of unquantised modules name. A checkpoint has some for each layer, and every layout asks.
 * Source: aiconfigurator 0.12.0, sdk/models/helpers.py and deepseek.py.
 */
export function moduleGroups(patterns: readonly string[]): readonly ModuleGroup[] {
  const groups = known.get(patterns) ?? namedGroups(patterns);
  known.set(patterns, groups);
  return groups;
}

function namedGroups(patterns: readonly string[]): readonly ModuleGroup[] {
  const found = new Set<ModuleGroup>(patterns.flatMap(namedProjections));
  if (patterns.some((pattern) => pattern.toLowerCase().includes(SHARED_EXPERTS))) found.add('sharedExperts');
  return [...found].sort();
}

function namedProjections(pattern: string): readonly Projection[] {
  const named = ALL_PROJECTIONS.filter((group) => PROJECTIONS[group].some((word) => pattern.includes(word)));
  return named.length === 0 && pattern.includes(ATTENTION) ? ALL_PROJECTIONS : named;
}
