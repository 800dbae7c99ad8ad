import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { factReader } from '../../src/models/fact-reader.ts';
import { operationLists } from '../../src/models/model.ts';
import { MODELS_0_12 } from '../../src/models/model-revision.ts';
import { weightBytes } from '../../src/operations/operations.ts';
import { bundled } from '../engine/support.ts';
import { windowed } from './example-family.ts';

const read = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8');

it('docs/engine.md shows the example as it compiles here', () => {
  const example = read('example-family.ts').replaceAll('../../src/', '../src/');
  expect(read('../../docs/engine.md')).toContain(`\`\`\`ts\n${example}\`\`\`\n`);
});

it('is a family: lists of both phases, weights and a cache', () => {
  const architecture = bundled('Qwen/Qwen3-8B');
  const family = windowed(
    factReader('a/b', { text: { sliding_window: 1024 }, root: {}, quantSource: { config: {}, hf: {} } }),
    architecture,
  );
  if (family === 'unmodelled') throw new Error('is modelled');
  const quant = { gemm: 'bfloat16', moe: 'bfloat16', kvCache: 'bfloat16', fmha: 'bfloat16', comm: 'half' } as const;
  const layout = { tp: 2, pp: 1, dp: 1, moeTp: 1, moeEp: 1, cp: 1 };
  const plan = { architecture, layout, quant, backend: 'vllm', revision: MODELS_0_12 } as const;
  const { context, generation } = operationLists(family, plan);
  expect(context.map(({ name }) => name.replace('context', 'generation'))).toEqual(generation.map(({ name }) => name));
  expect(context.reduce((sum, op) => sum + weightBytes(op), 0)).toBeGreaterThan(7e9);
  expect(family.kvBytesPerSequence(plan, 4096)).toBe(2 * family.kvBytesPerSequence(plan, 2048));
});
