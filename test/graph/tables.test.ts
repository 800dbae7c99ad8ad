import { describe, expect, test } from 'vitest';
import { emitTokens } from '../../src/graph/args.ts';
import type { EngineWorker } from '../../src/graph/backend.ts';
import { GRAPH_BACKENDS } from '../../src/graph/backends.ts';
import { hardwareFacts } from '../../src/graph/facts.ts';
import { releaseFacts } from '../../src/releases.ts';
import type { Backend } from '../../src/serving.ts';

const EXPERTS: EngineWorker = {
  ...{ role: 'decode', replicas: 1, batchSize: 8, tp: 1, pp: 1, dp: 2, moeTp: 2, moeEp: 2, kvCache: 'fp8' },
  ...{
    model: 'm',
    engineVersion: '0.5.10',
    isMoe: true,
    nextn: 0,
    isl: 100,
    osl: 10,
    writesContextLength: true,
    maxModelLen: 1610,
    facts: undefined,
    release: releaseFacts({ major: 1, minor: 3 }),
  },
};

function tokens(backend: Backend, change: Partial<EngineWorker>): readonly string[] {
  const worker = { ...EXPERTS, ...change };
  return emitTokens(GRAPH_BACKENDS[backend].flags(worker), worker);
}

function flags(backend: Backend, change: Partial<EngineWorker>): readonly string[] {
  return tokens(backend, change).filter((token) => token.startsWith('--'));
}

describe('facts by system', () => {
  test.each([
    ['h100_pcie', 'h100'],
    ['b300_sxm', 'b200'],
    ['gb300', 'gb200'],
    ['a100_sxm', undefined],
    ['constructor', undefined],
  ])('%s', (system, facts) => {
    expect(hardwareFacts(system)).toBe(facts);
  });
});

describe('SGLang', () => {
  test.each([['0.5.11'], ['0.5.12'], ['0.6.0'], [null]])(
    'version %s puts requests before prefill tokens',
    (engineVersion) => {
      expect(flags('sglang', { engineVersion })).toEqual([
        ...['--tensor-parallel-size', '--pipeline-parallel-size', '--data-parallel-size', '--kv-cache-dtype'],
        ...['--max-running-requests', '--max-prefill-tokens', '--enable-dp-attention', '--expert-parallel-size'],
        ...['--disaggregation-transfer-backend', '--cuda-graph-bs'],
      ]);
    },
  );

  test.each([['0.5.9'], ['0.5.10']])('version %s puts them after, and the transfer last', (engineVersion) => {
    expect(flags('sglang', { engineVersion }).slice(4)).toEqual([
      ...['--max-prefill-tokens', '--max-running-requests', '--enable-dp-attention', '--expert-parallel-size'],
      ...['--cuda-graph-bs', '--disaggregation-transfer-backend'],
    ]);
  });

  test('DeepSeek-V4 speculates as the rule says where there is one', () => {
    const v4 = { model: 'sgl-project/DeepSeek-V4-Flash', facts: 'b200' } as const;
    const speculation = (nextn: number) => {
      const found = tokens('sglang', { ...v4, nextn });
      return found.filter((_token, index) => found[index - 1]?.startsWith('--speculative'));
    };
    expect(speculation(2)).toEqual(['NEXTN', '2', '1', '4']);
    expect(speculation(0)).toEqual(['EAGLE', '3', '1', '4']);
    expect(tokens('sglang', v4)).toContain('deepep_moe');
  });
});

describe('TensorRT-LLM', () => {
  test('version 1.0.0 repeats its limits, Blackwell has its own kernel', () => {
    const old = { engineVersion: '1.0.0' };
    expect(flags('trtllm', old)).toContain('--trtllm.build_config.max_num_tokens');
    expect(tokens('trtllm', old)).toContain('CUTLASS');
    expect(flags('trtllm', { engineVersion: '1.3.0rc10' })).not.toContain('--trtllm.build_config.max_num_tokens');
    expect(tokens('trtllm', { facts: 'gb200' })).toContain('WIDEEP');
  });

  test('prefill does not speculate', () => {
    expect(tokens('trtllm', { nextn: 1 })).toContain('MTP');
    expect(tokens('trtllm', { nextn: 1, role: 'prefill' })).not.toContain('MTP');
  });
});
