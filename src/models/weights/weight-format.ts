import { isObject, type JsonObject } from '../../json.ts';
import { GEMM_QUANT, type GemmQuant, MOE_QUANT, type MoeQuant } from '../../operations/quant-modes.ts';
import type { QuantSource } from '../checkpoint-quant.ts';

/** How matrices of one mode lie in memory. */
export interface WeightFormat {
  /** Of one weight, with its share of the scales. */
  readonly bytes: number;
  /** Weights in a row that share a scale and stay together on one GPU; 1 where nothing has to. */
  readonly inputBlock: number;
  /** Rows that do. */
  readonly outputBlock: number;
}

/** Scales of a mode: what shares one, how many weights in a row, and its bytes. */
interface Scales {
  /** `square` blocks bind rows as well as columns, a `group` lies in one row. */
  readonly form: 'none' | 'square' | 'group';
  /** Where a checkpoint does not say it. */
  readonly size: number;
  readonly bytes: number;
}

const NONE: Scales = { form: 'none', size: 1, bytes: 0 };
const SQUARE: Scales = { form: 'square', size: 128, bytes: 4 };
/** A scale in 16 bit and a zero point in 4. */
const GROUP: Scales = { form: 'group', size: 128, bytes: 2.5 };
/** The bytes of a mode count its scales already. */
const NVFP4: Scales = { form: 'group', size: 16, bytes: 0 };
const MXFP4: Scales = { form: 'group', size: 32, bytes: 1 };

/** Source: the kernels' own conditions in vLLM, model_executor/layers/quantization; OCP Microscaling Formats for mxfp4. */
const SCALES: Readonly<Record<GemmQuant | MoeQuant, Scales>> = {
  bfloat16: NONE,
  int8_wo: NONE,
  int4_wo: GROUP,
  fp8: NONE,
  fp8_static: NONE,
  sq: NONE,
  fp8_block: SQUARE,
  fp8_ootb: NONE,
  nvfp4: NVFP4,
  nvfp4_wo: NVFP4,
  w4a16_nvfp4: NVFP4,
  w4afp8: GROUP,
  w4a16_mxfp4: MXFP4,
  w4a8_mxfp4_mxfp8: MXFP4,
  w4a8_mxfp4_mxfp8_trtllm: MXFP4,
  w4a16_mxfp4_cutlass: MXFP4,
};

/** The format of matrices in a mode, by what the checkpoint says of its blocks. */
export function weightFormat(mode: GemmQuant | MoeQuant, source: QuantSource): WeightFormat {
  const { form, size, bytes } = SCALES[mode];
  const stored = mode in GEMM_QUANT ? GEMM_QUANT[mode as GemmQuant].bytes : MOE_QUANT[mode as MoeQuant].bytes;
  if (form === 'none') return { bytes: stored, inputBlock: 1, outputBlock: 1 };
  const block = blockSize(source, form) ?? size;
  const perScale = form === 'square' ? block * block : block;
  return { bytes: stored + bytes / perScale, inputBlock: block, outputBlock: form === 'square' ? block : 1 };
}

/** The largest side of a block, or the length of a group, as far as the checkpoint says it. */
function blockSize({ config, hf }: QuantSource, form: 'square' | 'group'): number | undefined {
  const groups = isObject(config.config_groups) ? Object.values(config.config_groups).filter(isObject) : [];
  const weights = groups.map((group) => group.weights).filter(isObject);
  const said = form === 'square' ? sides(config) : [config, hf, ...weights].map(({ group_size: length }) => length);
  const sizes = said.filter((length): length is number => Number.isSafeInteger(length));
  // A group of -1 is a whole row.
  return sizes.length === 0 ? undefined : Math.max(1, ...sizes);
}

function sides({ weight_block_size: block }: JsonObject): readonly unknown[] {
  return Array.isArray(block) ? block : [];
}
