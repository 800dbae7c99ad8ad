import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { EngineRevision } from '../../src/engine/revision.ts';
import { R0_10 } from '../../src/engine/revisions/r0-10.ts';
import { parseStream } from '../../src/krm/parse-yaml.ts';
import type { Resource } from '../../src/krm/resource.ts';
import { emitLock, parseLock } from '../../src/lock/lock-file.ts';
import type { PerfData } from '../../src/perfdb/perfdb.ts';
import { type Engine, type Engines, openEngines } from '../../src/profile/engines.ts';
import type { LockOptions } from '../../src/render/locked.ts';
import {
  openStreet,
  profileResources,
  type RenderReport,
  renderResources,
  type Street,
} from '../../src/render/render.ts';
import { digestOf, profileInputs } from '../../src/request/inputs.ts';
import type { Compat } from '../../src/request/mends.ts';
import { readRequest } from '../conformance/recording.ts';

const first = openEngines()('0.10');

/** A second generation: today's row with a few changes. */
const SECOND: EngineRevision = {
  ...R0_10,
  name: '0.99',
  data: '0.88',
  backends: { ...R0_10.backends, vllm: { ...R0_10.backends.vllm, queueFactor: () => 1.5 } },
  sweep: { ...R0_10.sweep, stages: { ...R0_10.sweep.stages, ttftQueueFactor: 3 } },
};

/** A second data release, whose cards have half the memory. */
const DATA: PerfData = {
  ...first.data,
  release: 'aiconfigurator 0.88.0',
  systems: Object.fromEntries(
    Object.entries(first.data.systems).map(([name, system]) => {
      return [name, { ...system, memCapacityBytes: system.memCapacityBytes / 2 }];
    }),
  ),
};

/** The second generation for targets from 1.4, as a column of the release table would say it. */
const choice =
  (second: Engine): Engines =>
  (name) =>
    name === '0.10' ? first : second;
const street = openStreet(choice({ revision: SECOND, data: DATA }), {});

function request(target: string, name = 'q'): Resource {
  const text = `{apiVersion: nvidia.com/v1beta1, kind: DynamoGraphDeploymentRequest, metadata: {name: ${name}}, spec: {model: Qwen/Qwen3-8B,
    backend: vllm, image: "planner:${target}.1", hardware: {gpuSku: a100_sxm, totalGpus: 4, numGpusPerNode: 8}}}`;
  return parseStream(text, { file: 'q.yaml' })[0]!.resource!;
}

const options = { defaults: {}, isStrict: false };
const picked = (by: Street, target: string) =>
  profileResources([request(target)], { ...options, street: by }).profiles[0]!.profile;

describe('a target that names a second generation of the engine', () => {
  it('is profiled by its constants and its data, other targets as before', () => {
    const constants = openStreet(choice({ revision: SECOND, data: first.data }), {});
    const data = openStreet(choice({ revision: R0_10, data: DATA }), {});
    const [before, byConstants, byData, both] = [
      picked(
        openStreet(() => first, {}),
        '1.4',
      ),
      ...[constants, data, street].map((one) => picked(one, '1.4')),
    ].map(({ experiments }) => JSON.stringify(experiments));
    expect(new Set([before, byConstants, byData, both]).size).toBe(4);
    expect(JSON.stringify(picked(street, '1.3').experiments)).toBe(before);
    expect(picked(street, '1.4').dataRelease).toBe('aiconfigurator 0.88.0');
  });

  it('is kept apart from requests that differ in nothing else, in either order', () => {
    const rates = (...targets: string[]) => {
      const requests = targets.map((target, i) => request(target, `q${i}`));
      const { profiles } = profileResources(requests, { ...options, street });
      return profiles.map(({ profile }) => profile.picked[0]?.candidate.metrics.tokensPerSecPerGpu);
    };
    const [old, young] = rates('1.3', '1.4');
    expect(old).not.toBe(young);
    expect(rates('1.4', '1.3')).toEqual([young, old]);
    expect(rates('1.5', '1.2')).toEqual([young, old]);
  });

  it('opens the data of its own engine alone', () => {
    const closed: Engine = {
      revision: SECOND,
      get data(): PerfData {
        throw new Error('opened');
      },
    };
    const lazy = openStreet(choice(closed), {});
    expect(picked(lazy, '1.3').picked).not.toEqual([]);
    expect(() => picked(lazy, '1.4')).toThrow('opened');
  });
});

describe('locks', () => {
  const lockOf = ({ graphs }: RenderReport) =>
    parseStream(emitLock(graphs.flatMap(({ entry }) => entry ?? [])), { file: 'dgdr.lock.yaml' }).map(({ resource }) =>
      parseLock(resource!),
    );
  const render = (target: string, lock: LockOptions) =>
    renderResources([request(target)], { ...options, street, lock });
  const locked = (target: string) => lockOf(render(target, { locks: [], whenUnlocked: 'pick', isLocking: true }));

  it('name engine and data where they are not the first ones', () => {
    const inputs = (target: string) => locked(target)[0]!.entries[0]!.inputs;
    expect(inputs('1.4')).toEqual({ ...inputs('1.3'), engine: '0.99', data: '0.88' });
    expect(inputs('1.3')).not.toHaveProperty('engine');
    expect(inputs('1.3')).not.toHaveProperty('data');
  });

  const stale = (before: string, after: string): string =>
    `the lock holds for other inputs (it was picked by ${before}, and the target's picks are made by ${after}): picked anew`;

  it.each([
    ['1.3', '1.2', []],
    ['1.4', '1.5', []],
    ['1.3', '1.4', [stale('engine 0.10 over data 0.10', 'engine 0.99 over data 0.88')]],
    ['1.4', '1.3', [stale('engine 0.99 over data 0.88', 'engine 0.10 over data 0.10')]],
  ])('of target %s for target %s', (made, target, messages) => {
    const locks = locked(made);
    expect(locks.map(({ entries }) => entries.length)).toEqual([1]);
    const { findings } = render(target, { locks, whenUnlocked: 'warn', isLocking: false });
    expect(findings.filter(({ code }) => code === 'LOCK_STALE').map(({ message }) => message)).toEqual(messages);
  });

  it.each([
    ['ours', 'sha256:c7ad15e13e986f3b96cba1859e4be66bb393912d5ff61e590aa66cf409cc5739'],
    ['reference', 'sha256:67296f13295977486ef76c4430b5f814f64f759560b0b0c0bd16b38fa9c2405b'],
  ] as [Compat, string][])('that were written before there was a choice hold (%s)', (compat, digest) => {
    const text = readFileSync(new URL('../../fixtures/goldens/qwen3-32b-kv/dgdr.yaml', import.meta.url), 'utf8');
    const today = { engine: '0.10', data: '0.10' };
    const digestBy = (by: typeof today) => digestOf(profileInputs(readRequest(text, compat), by));
    expect(digestBy(today)).toBe(digest);
    const others = [
      { ...today, engine: '0.11' },
      { ...today, data: '0.11' },
      { engine: '0.11', data: '0.11' },
    ];
    expect(new Set([digest, ...others.map(digestBy)]).size).toBe(4);
  });
});
