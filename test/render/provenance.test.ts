import { expect, test } from 'vitest';
import type { JsonObject } from '../../src/json.ts';
import { whyChanged } from '../../src/render/compare/provenance.ts';

const marked = (changes: Readonly<Record<string, string>> = {}): JsonObject => ({
  metadata: {
    annotations: {
      'dgdr-render.dev/engine': 'dgdr-render 0.1.0, aiconfigurator 0.10.0, vllm 0.19.0 on h200_sxm',
      'dgdr-render.dev/profile': 'agg 1x tp4',
      'dgdr-render.dev/source': 'serving/q#1.yaml#0',
      ...Object.fromEntries(Object.entries(changes).map(([key, value]) => [`dgdr-render.dev/${key}`, value])),
    },
  },
});

test.each([
  { title: 'nothing', changes: {}, says: 'request, its options or an edit of the file' },
  { title: 'the pick', changes: { profile: 'agg 2x tp4' }, says: 'request' },
  { title: 'the place of the request', changes: { source: 'other.yaml#0' }, says: 'request' },
  {
    title: 'the system',
    changes: { engine: 'dgdr-render 0.1.0, aiconfigurator 0.10.0, vllm 0.19.0 on b200_sxm' },
    says: 'request',
  },
  {
    title: 'the data',
    changes: { engine: 'dgdr-render 0.1.0, aiconfigurator 0.11.0, vllm 0.20.0 on h200_sxm', profile: 'agg 2x tp4' },
    says: 'data release (aiconfigurator 0.10.0 -> aiconfigurator 0.11.0)',
  },
  {
    title: 'tool, data and backend',
    changes: { engine: 'dgdr-render 0.2.0, aiconfigurator 0.11.0, sglang 0.5.9 on h200_sxm' },
    says: 'tool release (dgdr-render 0.1.0 -> dgdr-render 0.2.0), data release (aiconfigurator 0.10.0 -> aiconfigurator 0.11.0), request',
  },
  {
    title: 'what is wished',
    changes: { profile: 'disagg 1x tp4, as wished: servingMode disagg and memoryHeadroom 10%' },
    says: 'wishes (none -> servingMode disagg and memoryHeadroom 10%)',
  },
])('a graph changed because of its reason where $title differs', ({ changes, says }) => {
  expect(whyChanged(marked(), marked(changes))).toBe(says);
});

test('a graph without our mark says nothing about itself', () => {
  expect(whyChanged({}, marked())).toBe('not known, the committed graph does not say what rendered it');
});
