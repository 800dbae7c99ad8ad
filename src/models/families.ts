import type { Family } from './architectures.ts';
import { deepseek, kimiK25 } from './families/deepseek.ts';
import { gemma4Mix } from './families/gemma4-mix.ts';
import { hybridMoe } from './families/hybrid-moe.ts';
import { llama } from './families/llama.ts';
import { moe } from './families/moe.ts';
import { nemotronNas } from './families/nemotron-nas.ts';
import { qwen3Vl, qwen3VlMoe } from './families/qwen3-vl.ts';
import { step3p7 } from './families/step3p7.ts';
import type { FamilyDefinition, Unmodelled } from './family.ts';

/** Every family that an architecture belongs to. */
export const FAMILIES: Readonly<Record<Family, FamilyDefinition | Unmodelled>> = {
  LLAMA: llama,
  MOE: moe,
  DEEPSEEK: deepseek,
  KIMIK25: kimiK25,
  DEEPSEEKV32: 'unmodelled',
  DEEPSEEKV4: 'unmodelled',
  NEMOTRONNAS: nemotronNas,
  NEMOTRONH: 'unmodelled',
  HYBRIDMOE: hybridMoe,
  STEP3P7: step3p7,
  QWEN35: 'unmodelled',
  QWEN3VL: qwen3Vl,
  QWEN3VL_MOE: qwen3VlMoe,
  GEMMA4MIX: gemma4Mix,
  MINIMAXM3: 'unmodelled',
};
