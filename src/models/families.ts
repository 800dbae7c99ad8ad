import type { Family } from './architectures.ts';
import { deepseek, kimiK25 } from './families/deepseek.ts';
import { deepseekV4 } from './families/deepseek-v4.ts';
import { deepseekV32 } from './families/deepseek-v32.ts';
import { gemma4Mix } from './families/gemma4-mix.ts';
import { hybridMoe } from './families/hybrid-moe.ts';
import { kimiK3 } from './families/kimi-k3.ts';
import { llama } from './families/llama.ts';
import { minimaxM3 } from './families/minimax-m3.ts';
import { moe } from './families/moe.ts';
import { nemotronH } from './families/nemotron-h.ts';
import { nemotronNas } from './families/nemotron-nas.ts';
import { qwen3Vl, qwen3VlMoe } from './families/qwen3-vl.ts';
import { qwen35 } from './families/qwen35.ts';
import { step3p7 } from './families/step3p7.ts';
import type { FamilyDefinition } from './family.ts';

/** Every family that an architecture belongs to. */
export const FAMILIES: Readonly<Record<Family, FamilyDefinition>> = {
  LLAMA: llama,
  MOE: moe,
  DEEPSEEK: deepseek,
  KIMIK25: kimiK25,
  KIMIK3: kimiK3,
  DEEPSEEKV32: deepseekV32,
  DEEPSEEKV4: deepseekV4,
  NEMOTRONNAS: nemotronNas,
  NEMOTRONH: nemotronH,
  HYBRIDMOE: hybridMoe,
  STEP3P7: step3p7,
  QWEN35: qwen35,
  QWEN3VL: qwen3Vl,
  QWEN3VL_MOE: qwen3VlMoe,
  GEMMA4MIX: gemma4Mix,
  MINIMAXM3: minimaxM3,
};
