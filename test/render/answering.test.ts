import { describe, expect, it } from 'vitest';
import { parseStream } from '../../src/krm/parse-yaml.ts';
import type { Resource } from '../../src/krm/resource.ts';
import { emitLock, parseLock } from '../../src/lock/lock-file.ts';
import { type Engines, openEngines } from '../../src/profile/engines.ts';
import { whyChanged } from '../../src/render/compare/provenance.ts';
import type { LockOptions } from '../../src/render/locked.ts';
import { openStreet, profileResources, renderResources } from '../../src/render/render.ts';

const engines = openEngines();
const street = openStreet(engines, {});
const options = { defaults: {}, isStrict: false, street };

interface Wish {
  readonly target: string;
  readonly name?: string;
  readonly model?: string;
  readonly gpuSku?: string;
  readonly totalGpus?: number;
}

function request(wish: Wish): Resource {
  const { target, name = 'q', model = 'Qwen/Qwen3-0.6B', gpuSku = 'l40s', totalGpus = 1 } = wish;
  const backend = gpuSku === 'l40s' ? 'vllm' : 'trtllm';
  const text = `{apiVersion: nvidia.com/v1beta1, kind: DynamoGraphDeploymentRequest, metadata: {name: ${name}}, spec: {model: ${model},
    backend: ${backend}, image: "planner:${target}.1", hardware: {gpuSku: ${gpuSku}, totalGpus: ${totalGpus}, numGpusPerNode: 8}}}`;
  return parseStream(text, { file: `${name}.yaml` })[0]!.resource!;
}

const findingsOf = (requests: readonly Resource[], code: string, lock?: LockOptions) =>
  renderResources(requests, { ...options, lock }).findings.filter((finding) => finding.code === code);

const DEEPSEEK = { model: 'deepseek-ai/DeepSeek-V3', gpuSku: 'b200_sxm', totalGpus: 8 };

/** The same where later generations than the first do not have its family. */
const lacking: Engines = (name) => {
  const engine = engines(name);
  const families = engine.revision.families.filter((family) => family !== 'DEEPSEEK');
  return name === '0.10' ? engine : { ...engine, revision: { ...engine.revision, families } };
};
const withoutFamily = { ...options, street: openStreet(lacking, {}) };

describe('an engine that stands in for that of the target', () => {
  it.each([
    ['1.1', 'Dynamo 1.1 profiles with aiconfigurator 0.8, for which aiconfigurator 0.10.0 stands in here'],
    ['1.3', 'Dynamo 1.3 profiles with aiconfigurator 0.9, for which aiconfigurator 0.10.0 stands in here'],
    [
      '1.4',
      'Dynamo 1.4 profiles with aiconfigurator 0.11.0, for which engine 0.11 over aiconfigurator 0.12.0 stands in here',
    ],
    [
      '1.6',
      'Dynamo 1.6 profiles with aisimulate 0.13.0, for which engine 0.13 over aiconfigurator 0.12.0 stands in here',
    ],
  ])('is said to be near for %s, as an info', (target, message) => {
    expect(findingsOf([request({ target })], 'ENGINE_NEAR')).toMatchObject([{ severity: 'info', message }]);
  });

  it('is not spoken of for 1.5, whose engine is the same but for a day', () => {
    expect(findingsOf([request({ target: '1.5' })], 'ENGINE_NEAR')).toEqual([]);
  });

  it('is told of once a run, with every release that there is, by profile too', () => {
    const requests = ['1.6', '1.3', '1.5', '1.3'].map((target, i) => request({ target, name: `q${i}` }));
    const found = findingsOf(requests, 'ENGINE_NEAR');
    expect(found.map(({ message, origin }) => [message.split(';').length, origin?.file])).toEqual([[2, 'q0.yaml']]);
    const { findings } = profileResources(requests, options);
    expect(findings.filter(({ code }) => code === 'ENGINE_NEAR')).toEqual(found);
  });
});

describe('a family that the engine of the target does not have', () => {
  it('is answered by another generation, with a warning that names both', () => {
    const { profiles, findings } = profileResources([request({ target: '1.5', ...DEEPSEEK })], withoutFamily);
    const { profile } = profiles[0]!;
    expect([profile.engine, profile.dataRelease]).toEqual(['0.10', 'aiconfigurator 0.10.0']);
    const foreign = findings.filter(({ code }) => code === 'ENGINE_FOREIGN');
    expect(foreign).toMatchObject([{ severity: 'warning', path: 'spec.model' }]);
    expect(foreign[0]!.message).toMatch(
      /family DEEPSEEK, which engine 0\.12 .* engine 0\.10 over aiconfigurator 0\.10\.0/,
    );
  });

  it('is answered as before where the engine has it, and every other one by its own', () => {
    const { findings } = profileResources([request({ target: '1.3', ...DEEPSEEK })], withoutFamily);
    expect(findings.map(({ code }) => code)).toEqual(['ENGINE_NEAR']);
    const { profiles } = profileResources([request({ target: '1.5' })], options);
    expect(profiles[0]!.profile.engine).toBe('0.12');
  });

  it('is none of those that recorded engines have', () => {
    const { profiles, findings } = profileResources([request({ target: '1.5', ...DEEPSEEK })], options);
    expect([profiles[0]!.profile.engine, findings]).toEqual(['0.12', []]);
  });

  it('is an error with --strict, like every warning', () => {
    const { findings } = profileResources([request({ target: '1.5', ...DEEPSEEK })], {
      ...withoutFamily,
      isStrict: true,
    });
    expect(findings.find(({ code }) => code === 'ENGINE_FOREIGN')?.severity).toBe('error');
  });
});

describe('graphs and locks', () => {
  const annotation = (target: string, wish: Partial<Wish> = {}): string => {
    const { graphs } = renderResources([request({ target, ...wish })], options);
    const annotations = Object(Object(graphs[0]!.graph.metadata).annotations);
    return String(annotations['dgdr-render.dev/engine']);
  };

  it('name the engine and its data; the first one goes without saying', () => {
    expect(annotation('1.3')).toMatch(/^dgdr-render \S+, aiconfigurator 0\.10\.0, vllm \S+ on l40s$/);
    expect(annotation('1.5')).toMatch(
      /^dgdr-render \S+, engine 0\.12 over aiconfigurator 0\.12\.0, vllm 0\.24\.0 on l40s$/,
    );
    expect(annotation('1.6')).toMatch(/, engine 0\.13 over aiconfigurator 0\.12\.0, /);
  });

  it('tell a change of the engine from one of the data', () => {
    const graph = (engine: string) => ({ metadata: { annotations: { 'dgdr-render.dev/engine': engine } } });
    const of = (answered: string) => graph(`dgdr-render 0.2.0, ${answered}, vllm 0.24.0 on l40s`);
    const first = of('aiconfigurator 0.10.0');
    const [second, later] = ['0.12', '0.13'].map((name) => of(`engine ${name} over aiconfigurator 0.12.0`));
    expect(whyChanged(second!, later!)).toBe('engine (0.12 -> 0.13)');
    expect(whyChanged(first, second!)).toBe(
      'engine (0.10 -> 0.12), data release (aiconfigurator 0.10.0 -> aiconfigurator 0.12.0)',
    );
  });

  const lockOf = (target: string) => {
    const lock = { locks: [], whenUnlocked: 'pick', isLocking: true } as const;
    const { graphs } = renderResources([request({ target })], { ...options, lock });
    const text = emitLock(graphs.flatMap(({ entry }) => entry ?? []));
    return parseStream(text, { file: 'dgdr.lock.yaml' }).map(({ resource }) => parseLock(resource!));
  };

  it('keep the engine, and are stale for a target of another one with that as the reason', () => {
    const locks = lockOf('1.5');
    expect(locks[0]!.entries[0]).toMatchObject({ data: 'aiconfigurator 0.12.0', profile: { engine: '0.12' } });
    const use = { locks, whenUnlocked: 'warn', isLocking: false } as const;
    const { graphs } = renderResources([request({ target: '1.5' })], { ...options, lock: use });
    expect(JSON.stringify(graphs[0]!.graph)).toContain('engine 0.12 over aiconfigurator 0.12.0');
    const [stale] = findingsOf([request({ target: '1.3' })], 'LOCK_STALE', use);
    expect(stale?.message).toContain('it was picked by engine 0.12 over data 0.12');
    const [used] = findingsOf([request({ target: '1.5' })], 'LOCK_USED', use);
    expect(used?.message).toContain('engine 0.12 over aiconfigurator 0.12.0');
  });

  it('of the first engine name none, hold up to 1.3, and are stale from 1.4 on', () => {
    const locks = lockOf('1.3');
    const [entry] = locks[0]!.entries;
    expect([entry!.profile.engine, entry!.inputs.engine, entry!.inputs.data]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    const use = { locks, whenUnlocked: 'warn', isLocking: false } as const;
    const stale = ['1.2', '1.3', '1.4', '1.5', '1.6'].filter((target) => {
      return findingsOf([request({ target })], 'LOCK_STALE', use).length > 0;
    });
    expect(stale).toEqual(['1.4', '1.5', '1.6']);
  });
});
