import { type DeltaNetSizes, STATE_TYPES, type StateType } from '../operations/gdn.ts';
import type { GemmQuant } from '../operations/quant-modes.ts';
import { isRoutedExpert } from './checkpoint-quant.ts';
import type { CommonFacts } from './common-facts.ts';
import type { FactReader } from './fact-reader.ts';
import { layerList } from './layer-list.ts';

/** What hybrids of delta nets and full attention have besides the facts of all models. */
export interface DeltaNetFacts extends DeltaNetSizes {
  /** Layers with a delta net, and layers that see all tokens. */
  readonly linear: number;
  readonly full: number;
  /** Width of the expert for all tokens, 0 where there is none. */
  readonly sharedSize: number;
  readonly modes: ModuleModes;
}

/** Modules that a checkpoint may keep in a mode of their own. */
type ModulePart = 'projection' | 'dense' | 'shared';
/** Those of them that have one. */
type ModuleModes = Readonly<Partial<Record<ModulePart, GemmQuant>>>;

/** @throws RenderError MODEL_INVALID */
export function deltaNetFacts(read: FactReader, { layers, unquantised }: CommonFacts): DeltaNetFacts {
  return {
    ...layerCounts(read, layers),
    keyHeads: read.need('linear_num_key_heads'),
    keySize: read.need('linear_key_head_dim'),
    valueHeads: read.need('linear_num_value_heads'),
    valueSize: read.need('linear_value_head_dim'),
    convWidth: read.need('linear_conv_kernel_dim'),
    stateType: stateType(read.text('mamba_ssm_dtype')),
    sharedSize: read.first('shared_expert_intermediate_size'),
    modes: moduleModes(read, unquantised),
  };
}

/** Some configurations say only which layers see all tokens: every so many. */
function layerCounts(read: FactReader, layers: number): Pick<DeltaNetFacts, 'linear' | 'full'> {
  const interval = read.first('full_attention_interval');
  if (read.value('layer_types') === undefined && interval > 0) {
    const full = Math.floor(layers / interval);
    return { linear: layers - full, full };
  }
  const kinds = layerList(read, 'layer_types');
  const count = (word: string): number => kinds.filter((kind) => kind === word).length;
  const [linear, full] = [count('linear_attention'), count('full_attention')];
  if (linear + full < kinds.length) throw read.refusal('layer_types', 'a list of linear_attention and full_attention');
  return { linear, full };
}

function stateType(name: string | undefined): StateType {
  return name !== undefined && Object.hasOwn(STATE_TYPES, name) ? (name as StateType) : 'float32';
}

/** Modes of products by the algorithm of a module. */
const MODES: Readonly<Record<string, GemmQuant>> = {
  fp8: 'fp8_static',
  mxfp8: 'fp8',
  nvfp4: 'nvfp4',
  w4a16_nvfp4: 'w4a16_nvfp4',
};

const ATTENTION = ['.linear_attn.', '.self_attn.'];
const SHARED = 'shared_expert';
const DENSE = '.mlp';

/** The part that a module belongs to, by its name. */
function partOf(module: string): ModulePart | undefined {
  const name = module.toLowerCase();
  if (ATTENTION.some((word) => name.includes(word))) return 'projection';
  if (name.includes(SHARED)) return 'shared';
  return name.includes(`${DENSE}.`) && !isRoutedExpert(name) ? 'dense' : undefined;
}

/** Whether a pattern of unquantised modules means a part. */
const KEPT: Readonly<Record<ModulePart, (pattern: string) => boolean>> = {
  projection: (pattern) => ATTENTION.some((word) => pattern.includes(word.slice(1, -1))),
  shared: (pattern) => pattern.includes(SHARED),
  dense: (pattern) => pattern.includes(DENSE) && !pattern.includes(SHARED),
};

/** A mode that a checkpoint names goes before its list of what is not quantised; of several the last one counts. */
function moduleModes(read: FactReader, unquantised: readonly string[]): ModuleModes {
  const modes: Partial<Record<ModulePart, GemmQuant>> = {};
  const patterns = unquantised.map((pattern) => pattern.toLowerCase());
  for (const part of Object.keys(KEPT) as ModulePart[]) if (patterns.some(KEPT[part])) modes[part] = 'bfloat16';
  for (const [module, algorithm = ''] of read.moduleAlgorithms()) {
    const part = partOf(module);
    const mode = Object.hasOwn(MODES, algorithm) ? MODES[algorithm] : undefined;
    if (part !== undefined && mode !== undefined) modes[part] = mode;
  }
  return modes;
}
