import { describe, expect, it } from 'vitest';
import { R0_10 } from '../../src/engine/revisions/r0-10.ts';
import { workerLayouts } from '../../src/engine/search-space.ts';
import { gpusPerWorker, type Layout, layoutLabel } from '../../src/models/layout.ts';
import { familyModel } from '../../src/models/model.ts';
import { BACKENDS, type Backend, type Role } from '../../src/serving.ts';
import { bundled } from './support.ts';

const { backends, layouts: sizes } = R0_10;
const layouts = (model: string, backend: Backend, role: Role, maxGpus = 8, name = 'h200_sxm'): readonly Layout[] =>
  workerLayouts({
    architecture: bundled(model),
    backend: backends[backend],
    sizes,
    system: { name, smVersion: 90 },
    maxGpus,
    role,
    widened: {},
  });
const labels = (found: readonly Layout[]): readonly string[] => found.map(layoutLabel);

describe('layouts of a dense worker', () => {
  it('are the powers of two within the budget', () => {
    expect(layouts('Qwen/Qwen3-32B', 'vllm', 'agg', 5).map(({ tp }) => tp)).toEqual([1, 2, 4]);
  });

  it.each([
    ['gb200', [1, 2, 4, 8, 16]],
    ['gb300', [1, 2, 4, 8, 16]],
    ['h200_sxm', [1, 2, 4, 8]],
  ])('reach over nodes on rack systems alone (%s)', (systemName, sizes) => {
    expect(layouts('Qwen/Qwen3-32B', 'trtllm', 'agg', 64, systemName).map(({ tp }) => tp)).toEqual(sizes);
  });

  it('split sequences on SGLang where prefill runs, and then nothing else', () => {
    const found = labels(layouts('Qwen/Qwen3-32B', 'sglang', 'prefill', 4));
    expect(found).toEqual([
      'tp1pp1dp1etp1ep1',
      'tp1pp1dp1etp1ep1cp2',
      'tp1pp1dp1etp1ep1cp4',
      'tp2pp1dp1etp1ep1',
      'tp4pp1dp1etp1ep1',
    ]);
    expect(layouts('Qwen/Qwen3-32B', 'sglang', 'decode').map(({ cp }) => cp)).toEqual([1, 1, 1, 1]);
  });
});

describe('layouts of a worker with experts', () => {
  const all = (backend: Backend): readonly Layout[] => layouts('Qwen/Qwen3-30B-A3B', backend, 'agg');

  it.each(BACKENDS)('put as many ranks on experts as on attention (%s)', (backend) => {
    expect(all(backend).length).toBeGreaterThan(4);
    for (const { tp, dp, cp, moeTp, moeEp } of all(backend)) expect(tp * dp * cp).toBe(moeTp * moeEp);
  });

  it('are those that the backend can run', () => {
    expect(all('trtllm').some(({ tp, dp }) => tp > 1 && dp > 1)).toBe(false);
    expect(all('vllm').some(({ moeTp, moeEp }) => moeTp > 1 && moeEp > 1)).toBe(false);
    expect(all('sglang').some(({ tp, dp, moeTp, moeEp }) => tp > 1 && dp > 1 && moeTp > 1 && moeEp > 1)).toBe(true);
  });

  it('count the GPUs of one worker', () => {
    expect(layouts('Qwen/Qwen3-30B-A3B', 'vllm', 'agg', 1)).toHaveLength(1);
  });

  it.each([
    [16, 100, [1, 2], 16],
    [16, 90, [1], 8],
    [8, 100, [1], 8],
  ])('have two stages where the family splits them, from a budget and a card on (%s GPUs, SM %s)', (...row) => {
    const [maxGpus, smVersion, stages, most] = row;
    const architecture = bundled('Qwen/Qwen3-30B-A3B');
    const model = { ...familyModel(architecture), splitsStages: true as const };
    const scope = { backend: backends.vllm, sizes, system: { name: 'any', smVersion }, widened: {} };
    const found = workerLayouts({ ...scope, architecture: { ...architecture, model }, maxGpus, role: 'agg' });
    expect([...new Set(found.map(({ pp }) => pp))]).toEqual(stages);
    expect(Math.max(...found.map(gpusPerWorker))).toBe(most);
  });
});
