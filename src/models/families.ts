import type { Family } from './architectures.ts';
import { deepseek, kimiK25 } from './families/deepseek.ts';
import { llama } from './families/llama.ts';
import { moe } from './families/moe.ts';
import type { FamilyDefinition, Unmodelled } from './family.ts';

/** Every family that an architecture belongs to. */
export const FAMILIES: Readonly<Record<Family, FamilyDefinition | Unmodelled>> = {
  LLAMA: llama,
  MOE: moe,
  DEEPSEEK: deepseek,
  KIMIK25: kimiK25,
  DEEPSEEKV32: 'unmodelled',
  DEEPSEEKV4: 'unmodelled',
  NEMOTRONNAS: 'unmodelled',
  NEMOTRONH: 'unmodelled',
  HYBRIDMOE: 'unmodelled',
  QWEN35: 'unmodelled',
  QWEN3VL: 'unmodelled',
  QWEN3VL_MOE: 'unmodelled',
  GEMMA4MIX: 'unmodelled',
  MINIMAXM3: 'unmodelled',
};
