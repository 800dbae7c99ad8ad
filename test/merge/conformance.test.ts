import { isDeepStrictEqual } from 'node:util';
import { describe, expect, test } from 'vitest';
import { serviceArgs } from '../../src/dgd/services.ts';
import { RenderError, RenderErrors } from '../../src/errors.ts';
import { getIn, type Json, type JsonObject } from '../../src/json.ts';
import type { RequestDefaults } from '../../src/request/settings.ts';
import { comparable } from '../support/documents.ts';
import {
  finish,
  finishGraph,
  readDocuments,
  readGraph,
  readOrigin,
  readProfile,
  readRequest,
  recordedGraphs,
} from '../support/graphs.ts';
import { ignoreWarnings } from '../support/warnings.ts';

/** Every run of the reference that ended in documents. */
const CASES = recordedGraphs();

/** What a request comes to, in the order in which it is applied. */
function documentsOf(name: string, defaults: RequestDefaults = {}): readonly JsonObject[] {
  const { graph, resources } = finish(readRequest(name, defaults), readProfile(name), ignoreWarnings);
  return [...resources, graph];
}

/** Documents for a comparison, with the order of the services. */
function compared(documents: readonly JsonObject[]): { documents: Json[]; services: string[] } {
  const services = getIn(documents.at(-1), 'spec', 'services');
  return { documents: documents.map(comparable), services: Object.keys(Object(services)) };
}

test('the recorded runs are all there', () => {
  expect(CASES.length).toBeGreaterThanOrEqual(34);
});

describe('under compat reference the documents are the recorded ones', () => {
  test.each(CASES)('%s', (name) => {
    const documents = documentsOf(name, { compat: 'reference' });
    expect(compared(documents)).toEqual(compared(readDocuments(name)));
    expect(Object.keys(documents.at(-1)!).slice(0, 4)).toEqual(['apiVersion', 'kind', 'metadata', 'spec']);
  });
});

/** How our documents stand to the recorded ones by default. */
function standing(name: string): string {
  try {
    return isDeepStrictEqual(compared(documentsOf(name)), compared(readDocuments(name))) ? 'same' : 'mended';
  } catch (error) {
    if (error instanceof RenderError || error instanceof RenderErrors) return 'refused';
    throw error;
  }
}

describe('by default they differ only by the mends', () => {
  test.each(CASES)('%s is what its origin.yaml says: the same, mended or refused', (name) => {
    expect(standing(name)).toBe(readOrigin(name).default);
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
