import { describe, expect, it } from 'vitest';
import type { BackendModel } from '../../src/engine/backends.ts';
import type { EngineRevision } from '../../src/engine/revision.ts';
import { R0_10 } from '../../src/engine/revisions/r0-10.ts';
import { R0_12 } from '../../src/engine/revisions/r0-12.ts';
import { REVISIONS } from '../../src/engine/revisions.ts';
import { DATA_RELEASES } from '../../src/perfdb/catalog.ts';
import type { EngineName } from '../../src/releases.ts';
import type { Backend } from '../../src/serving.ts';

describe('the generations of the engine', () => {
  it('are named as the release table names them', () => {
    expect(Object.entries(REVISIONS).map(([name, revision]) => [name, revision.name])).toEqual([
      ['0.10', '0.10'],
      ['0.11', '0.11'],
      ['0.12', '0.12'],
      ['0.13', '0.13'],
    ]);
  });

  it('read data that this package has', () => {
    expect(Object.values(REVISIONS).every(({ data }) => DATA_RELEASES.includes(data))).toBe(true);
    expect(new Set(Object.values(REVISIONS).map(({ data }) => data))).toEqual(new Set(DATA_RELEASES));
  });
});

describe('the generations that cannot be recorded', () => {
  const { '0.11': older, '0.13': newer } = REVISIONS;
  const layout = { tp: 2, pp: 1, dp: 1, cp: 4, moeTp: 1, moeEp: 1 };

  it('differ from 0.12 in the columns that their rows name, and in no other', () => {
    const differing = (revision: EngineRevision): string[] =>
      Object.entries(revision).flatMap(([column, value]) =>
        value === R0_12[column as keyof EngineRevision] ? [] : column,
      );
    expect(differing(older)).toEqual(['name', 'backends', 'sweep', 'matching', 'layouts', 'lookups']);
    expect(differing(newer)).toEqual(['name', 'lookups']);
  });

  it('count no context-parallel ranks in 0.11', () => {
    expect(older.matching.countedGpus(layout)).toBe(2);
    expect(newer.matching.countedGpus(layout)).toBe(8);
    expect(older.matching).toEqual({ ...R0_12.matching, countedGpus: R0_10.matching.countedGpus });
  });

  it('have a budget for the KV cache in 0.11 on aggregated TensorRT-LLM alone', () => {
    const limited = (revision: EngineRevision): string[] =>
      (['trtllm', 'sglang', 'vllm'] as const).flatMap((backend) =>
        (['agg', 'prefill', 'decode'] as const).flatMap((role) => {
          const asked = { role, layout, capacityGib: 80, otherGib: 20, backendVersion: '0.20.0' };
          return Number.isFinite(revision.backends[backend].kvCacheLimitGib(asked)) ? [`${backend} ${role}`] : [];
        }),
      );
    expect(limited(older)).toEqual(['trtllm agg']);
    expect(limited(newer)).toHaveLength(9);
  });

  it('drop the layout of a point that was not measured in 0.11, and try experts in eights at most', () => {
    const missing = ({ sweep: { agg, stages } }: EngineRevision) => [agg.whereMissing, stages.whereMissing];
    expect([older, newer].map(missing)).toEqual([
      ['layout', 'layout'],
      ['point', 'point'],
    ]);
    expect([older, newer].map(({ layouts }) => layouts.experts.moeEp)).toEqual([
      [1, 2, 4, 8],
      [1, 2, 4, 8, 16],
    ]);
    expect([older, newer].map(({ drafts }) => drafts.predictedTokens(3))).toEqual([0, 0]);
  });
});

describe('does not compile', () => {
  it('a generation without a column', () => {
    const { drafts: _, ...rest } = R0_10;
    // @ts-expect-error: no drafts
    const row: EngineRevision = rest;
    expect(row).not.toHaveProperty('drafts');
  });

  it('a name of the release table without a generation', () => {
    // @ts-expect-error: no row
    const rows: typeof REVISIONS = {};
    // @ts-expect-error: one row too few
    const grown: Readonly<Record<EngineName | '0.99', EngineRevision>> = REVISIONS;
    expect([rows, grown['0.99']]).toEqual([{}, undefined]);
  });

  it('a backend without a column', () => {
    const { vllm: _, ...two } = R0_10.backends;
    // @ts-expect-error: no vllm
    const row: EngineRevision = { ...R0_10, backends: two };
    // @ts-expect-error: a backend more than there are columns
    const grown: Readonly<Record<Backend | 'other', BackendModel>> = R0_10.backends;
    expect([row.backends.vllm, grown.other]).toEqual([undefined, undefined]);
  });

  it('a column of a backend without a value', () => {
    const { queueFactor: _, ...rest } = R0_10.backends.vllm;
    // @ts-expect-error: no queueFactor
    const column: BackendModel = rest;
    expect(column).not.toHaveProperty('queueFactor');
  });

  it('a sweep, a match, targets or layouts without one of their numbers', () => {
    const { maxWorkers: _, ...matching } = R0_10.matching;
    const { decodeStride: __, ...stages } = R0_10.sweep.stages;
    const { tpotMs: ___, ...targets } = R0_10.targets;
    const { dp: ____, ...experts } = R0_10.layouts.experts;
    // @ts-expect-error: no maxWorkers
    const unmatched: EngineRevision['matching'] = matching;
    // @ts-expect-error: no decodeStride
    const unswept: EngineRevision['sweep'] = { ...R0_10.sweep, stages };
    // @ts-expect-error: no tpotMs
    const aimless: EngineRevision['targets'] = targets;
    // @ts-expect-error: no sizes of data parallelism
    const narrow: EngineRevision['layouts'] = { ...R0_10.layouts, experts };
    expect([unmatched, unswept.stages, aimless, narrow.experts]).toEqual([matching, stages, targets, experts]);
  });
});
