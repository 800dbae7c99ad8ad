import { describe, expect, it } from 'vitest';
import { NO_SPREAD } from '../../src/engine/expert-spread.ts';
import { mixedStep, mixedStepMs, mixedStepTimes } from '../../src/engine/mixed-step.ts';
import { R0_10 } from '../../src/engine/revisions/r0-10.ts';
import { quantModes } from '../../src/engine/role-quant.ts';
import { createWorker, type EngineContext } from '../../src/engine/worker.ts';
import { DataMissing } from '../../src/operations/data-missing.ts';
import type { OperationTime } from '../../src/operations/operations.ts';
import { bundled, fakeDatabase, system } from './support.ts';

const LAYOUT = { tp: 1, pp: 1, dp: 1, moeTp: 1, moeEp: 1, cp: 1 };

/** Every operation takes as many ms as it sees tokens, attention of sequences a thousand times as many. */
const byTokens: OperationTime = (op, { tokens, sequenceLength }) =>
  op.kind === 'generationAttention' ? sequenceLength : op.kind === 'contextAttention' ? tokens * 1000 : tokens;

function context(model: string): EngineContext {
  const [architecture, spec, database] = [bundled(model), system('h200_sxm'), fakeDatabase({}, 'sglang')];
  return {
    architecture,
    quant: quantModes({ architecture, database, system: spec, role: 'agg' }, R0_10.quantisation),
    backendName: 'sglang',
    backendVersion: '1',
    revision: R0_10,
    backend: R0_10.backends.sglang,
    systemName: spec.name,
    system: spec,
    spread: NO_SPREAD,
    operationTime: byTokens,
  };
}

function step(model: string, batch: number) {
  const engine = context(model);
  const worker = createWorker(engine, LAYOUT);
  const mixed = mixedStep(engine.backend, { isl: 1000, osl: 100, batch, contextTokens: 2000, steps: 5 });
  return { engine, worker, mixed, timed: mixedStepTimes(engine, worker, mixed) };
}

describe('a mixed step', () => {
  it.each(['Qwen/Qwen3-32B', 'openai/gpt-oss-120b', 'deepseek-ai/DeepSeek-V3'])(
    'is the sum of its lines: %s',
    (model) => {
      const { worker, mixed, timed } = step(model, 10);
      const sum = timed.reduce((total, { ms, steps }) => total + ms / steps, 0);
      expect(timed.length).toBeGreaterThan(8);
      expect(mixedStepMs(worker, mixed)).toBeCloseTo(sum, 6);
    },
  );

  it('times attention by its own sequences and the rest over all tokens', () => {
    const { mixed, timed } = step('Qwen/Qwen3-32B', 10);
    expect(mixed).toMatchObject({ prefills: 2, chunks: 1, decodes: 8, decodeLength: 1051 });
    const times = new Map(timed.map(({ op, ms }) => [op.name, ms]));
    expect(times.get('context_attention')).toBe(2_000_000);
    expect(times.get('generation_attention')).toBe(1051);
    expect(times.get('context_embedding')).toBe(2008);
  });

  it('counts both windows of gpt-oss as attention', () => {
    const { timed } = step('openai/gpt-oss-120b', 10);
    expect(timed.filter(({ op }) => op.kind === 'contextAttention').map(({ ms }) => ms)).toEqual([
      2_000_000, 2_000_000,
    ]);
    expect(timed.filter(({ op }) => op.kind === 'generationAttention')).toHaveLength(2);
  });

  it('times latent attention over all tokens as one sequence', () => {
    const { timed } = step('deepseek-ai/DeepSeek-V3', 10);
    expect(timed.map(({ op }) => op.name).filter((name) => name.startsWith('generation'))).toEqual([]);
    expect(timed.find(({ op }) => op.name === 'context_mla_block')).toMatchObject({ ms: 2008, steps: 1 });
  });

  it('has no decoding sequence beside a single one, and spreads its attention over the chunks of the prompt', () => {
    const engine = context('Qwen/Qwen3-32B');
    const mixed = mixedStep(engine.backend, { isl: 1000, osl: 100, batch: 1, contextTokens: 300, steps: 4 });
    const timed = mixedStepTimes(engine, createWorker(engine, LAYOUT), mixed);
    expect(mixed).toMatchObject({ decodes: 0, prefills: 1, chunks: 4 });
    expect(timed.map(({ op }) => op.name).filter((name) => name.startsWith('generation'))).toEqual([]);
    const sum = timed.reduce((total, { ms, steps }) => total + ms / steps, 0);
    expect(mixedStepMs(createWorker(engine, LAYOUT), mixed)).toBeCloseTo(sum, 6);
    expect(timed.filter(({ steps }) => steps !== 1).map(({ op, steps }) => [op.name, steps])).toEqual([
      ['context_attention', 4],
    ]);
  });

  it('asks for no time of decoding where no sequence decodes', () => {
    const operationTime: OperationTime = (op, step) => {
      if (op.kind === 'generationAttention') throw new Error('nothing decodes');
      return byTokens(op, step);
    };
    const engine = { ...context('Qwen/Qwen3-32B'), operationTime };
    const mixed = mixedStep(engine.backend, { isl: 1000, osl: 100, batch: 1, contextTokens: 1000, steps: 1 });
    expect(mixedStepMs(createWorker(engine, LAYOUT), mixed)).toBeGreaterThan(1_000_000);
  });
});

describe('a mixed step that times no more than it counts', () => {
  /** Attention of one long sequence was not measured, nor anything but attention in decode. */
  const sparse: OperationTime = (op, point) => {
    const isLong = op.kind === 'contextAttention' && point.batch === 1;
    if (isLong || (op.name.startsWith('generation_') && op.kind !== 'generationAttention')) throw new DataMissing('no');
    return byTokens(op, point);
  };
  const at = (timesUnused: boolean): number => {
    const engine = context('Qwen/Qwen3-32B');
    const agg = { ...R0_10.sweep.agg, timesUnused };
    const revision = { ...R0_10, sweep: { ...R0_10.sweep, agg } };
    const sparing = { ...engine, revision, operationTime: sparse };
    const mixed = mixedStep(engine.backend, { isl: 1000, osl: 100, batch: 5, contextTokens: 2000, steps: 3 });
    return mixedStepMs(createWorker(sparing, LAYOUT), mixed);
  };

  it('does not mind what is missing elsewhere', () => {
    expect(at(false)).toBeGreaterThan(0);
    expect(() => at(true)).toThrow(DataMissing);
  });
});
