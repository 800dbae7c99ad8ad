import { describe, expect, test } from 'vitest';
import type { JsonObject } from '../../src/json.ts';
import type { Request } from '../../src/request/request.ts';
import { codeOf } from '../support/errors.ts';
import { finishGraph, readProfile, readRequest } from '../support/graphs.ts';
import { collectWarnings } from '../support/warnings.ts';

function merge(name: string, request: Partial<Request> = {}, dgd?: JsonObject) {
  const base = { ...readRequest(name), ...request };
  const { warn, seen } = collectWarnings();
  const changed = dgd === undefined ? base : { ...base, overrides: { ...base.overrides, dgd } };
  const graph = finishGraph(changed, readProfile(name), warn);
  return { metadata: graph.metadata, seen };
}

describe('identity', () => {
  test('name, namespace, labels and annotations of a disaggregated graph', () => {
    expect(merge('qwen3-32b-kv-disagg', { namespace: 'inference' }).metadata).toEqual({
      name: 'qwen3-32b-kv-disagg-dgd',
      namespace: 'inference',
      labels: { 'dgdr.nvidia.com/name': 'qwen3-32b-kv-disagg', 'dgdr.nvidia.com/namespace': 'inference' },
      annotations: {
        'dgdr-render.dev/engine': 'dgdr-render 0.2.0, aiconfigurator 0.10.0, vllm 0.19.0 on h200_sxm',
        'dgdr-render.dev/profile':
          'disagg 1x prefill tp4 + 1x decode tp4, ttft 512.447 ms, itl 11.96 ms, 134.964 tokens/s/GPU',
        'dgdr-render.dev/source': 'serving/qwen3-32b-kv-disagg.yaml#0',
      },
    });
  });

  test.each([
    ['qwen3-moe-h200', 'agg 2x tp1dp4, ttft 247.205 ms, itl 24.206 ms, 3271.567 tokens/s/GPU'],
    ['naive-h100-pcie', 'agg 4x tp2, sized from memory without measurements'],
  ])('the profile of %s', (name, line) => {
    expect(merge(name).metadata).toMatchObject({ annotations: { 'dgdr-render.dev/profile': line } });
  });

  test('the override names the graph, and our labels win', () => {
    const labels = { 'dgdr.nvidia.com/name': 'x', team: 'search' };
    const { metadata } = merge('llama-8b-h100', {}, { metadata: { name: 'chat', labels } });
    expect(metadata).toMatchObject({
      name: 'chat',
      labels: { 'dgdr.nvidia.com/name': 'llama-8b-h100', team: 'search' },
    });
    expect(metadata).not.toHaveProperty('namespace');
    expect(merge('llama-8b-h100', {}, { metadata: { name: '' } }).metadata).toMatchObject({
      name: 'llama-8b-h100-dgd',
    });
  });

  test('a value too long for a label is left out with a warning', () => {
    const { metadata, seen } = merge('llama-8b-h100', { name: 'a'.repeat(64) }, { metadata: { name: 'chat' } });
    expect(metadata).toMatchObject({ labels: {} });
    expect(seen).toMatchObject([{ code: 'LABEL_OMITTED', path: 'metadata.name' }]);
  });
});

describe('names', () => {
  test.each([
    ['25 characters fit an aggregated graph', 'llama-8b-h100', 25, 'none'],
    ['26 do not', 'llama-8b-h100', 26, 'NAME_TOO_LONG'],
    ['24 fit a disaggregated graph', 'qwen3-32b-kv-disagg', 24, 'none'],
    ['25 do not', 'qwen3-32b-kv-disagg', 25, 'NAME_TOO_LONG'],
  ])('%s', (_name, fixture, length, code) => {
    expect(codeOf(() => merge(fixture, { name: 'a'.repeat(length) }))).toBe(code);
  });

  test('the message lists the services and what would fit', () => {
    expect(() => merge('qwen3-32b-kv-disagg', { name: 'a'.repeat(26) })).toThrow(
      expect.objectContaining({
        message: expect.stringContaining('VllmDecodeWorker (30 + 16), VllmPrefillWorker (30 + 17)'),
        hint: expect.stringContaining('at most 24 characters'),
        path: 'metadata.name',
      }),
    );
  });

  test.each(['Chat', '-chat', 'chat.one', 'a'.repeat(64)])('%s is no name', (name) => {
    expect(codeOf(() => merge('llama-8b-h100', {}, { metadata: { name } }))).toBe('NAME_INVALID');
  });
});
