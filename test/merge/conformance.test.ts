import { describe, expect, test } from 'vitest';
import { serviceArgs } from '../../src/dgd/services.ts';
import { comparable, finishGraph, ignoreWarnings, readGraph, readProfile, readRequest } from '../graph/support.ts';

/** Cases recorded from the reference (fixtures/graph/<case>/origin.yaml), and the arguments in which we differ. */
const CASES = [
  'qwen3-32b-kv',
  'qwen3-32b-kv-disagg',
  'qwen3-8b-l40s',
  'tolerations',
  'llama-8b-h100',
  'qwen3-moe-h200',
  'naive-h100-pcie',
  'gpt-oss-120b',
];

/** The same for the other backends; aggregated graphs without experts do not differ by default. */
const SGLANG_AND_TRTLLM = [
  'llama-70b-sglang',
  'qwen3-small-a100',
  'qwen3-235b-fp8',
  'deepseek-r1-overrides',
  'qwen3-32b-trtllm',
  'qwen3-32b-e2e',
  'qwen3-32b-load',
  'qwen3-32b-pvc',
  'qwen3-32b-auto',
  'llama-70b-fp8-b200',
  'deepseek-v3-b200',
];

/** Overrides of every kind: blanks in arguments, JSON for the engine, lists, nulls, numbers, a text for a list. */
const OVERRIDES = [
  'overrides-lists',
  'overrides-mocker',
  'overrides-odd-values',
  'overrides-sglang',
  'overrides-text-args',
  'overrides-trtllm',
  'overrides-trtllm-json',
  'overrides-vllm-blanks',
];

describe('under compat reference the graph is the recorded one', () => {
  test.each([...CASES, ...SGLANG_AND_TRTLLM, ...OVERRIDES])('%s', (name) => {
    const request = readRequest(name, { compat: 'reference' });
    const profile = readProfile(name);
    const graph = finishGraph(request, profile, ignoreWarnings);
    expect(comparable(graph)).toEqual(comparable(readGraph(name)));
    expect(Object.keys(graph).slice(0, 4)).toEqual(['apiVersion', 'kind', 'metadata', 'spec']);
    expect(services(graph)).toEqual(services(readGraph(name)));
  });
});

function services(graph: ReturnType<typeof readGraph>): string[] {
  return Object.keys(Object(Object(graph.spec).services));
}

describe('by default it differs only by the mends', () => {
  test.each(CASES.filter((name) => name !== 'qwen3-32b-kv-disagg'))('%s does not differ', (name) => {
    const request = readRequest(name);
    const profile = readProfile(name);
    const graph = finishGraph(request, profile, ignoreWarnings);
    expect(comparable(graph)).toEqual(comparable(readGraph(name)));
  });

  test('qwen3-32b-kv-disagg has role flags and its override once', () => {
    const request = readRequest('qwen3-32b-kv-disagg');
    const profile = readProfile('qwen3-32b-kv-disagg');
    const graph = finishGraph(request, profile, ignoreWarnings);
    const sizes = ['--tensor-parallel-size', '4', '--pipeline-parallel-size', '1', '--data-parallel-size', '1'];
    const names = ['--model', 'Qwen/Qwen3-32B', '--served-model-name', 'Qwen/Qwen3-32B'];
    expect(serviceArgs(graph, 'VllmDecodeWorker')).toEqual([
      ...sizes,
      ...['--kv-cache-dtype', 'auto', '--max-num-seqs', '512', '--max-num-batched-tokens', '512'],
      ...['--disaggregation-mode', 'decode'],
      ...names,
    ]);
    expect(serviceArgs(graph, 'VllmPrefillWorker')).toEqual([
      ...sizes,
      ...['--kv-cache-dtype', 'auto', '--max-num-seqs', '1', '--max-num-batched-tokens', '9500'],
      ...['--disaggregation-mode', 'prefill'],
      ...['--kv-transfer-config', '{"kv_connector":"NixlConnector","kv_role":"kv_both"}'],
      ...names,
      ...['--enable-prefix-caching', '--kv-events-config'],
      '{"publisher":"zmq","topic":"kv-events","endpoint":"tcp://*:20080","enable_kv_cache_events":true}',
    ]);
    const withoutArgs = (text: string) => JSON.parse(text, (key, value) => (key === 'args' ? [] : value));
    expect(withoutArgs(JSON.stringify(comparable(graph)))).toEqual(
      withoutArgs(JSON.stringify(comparable(readGraph('qwen3-32b-kv-disagg')))),
    );
  });
});
