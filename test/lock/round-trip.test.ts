import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { emitYaml } from '../../src/krm/emit-yaml.ts';
import { parseStream, STREAM_LIMITS } from '../../src/krm/parse-yaml.ts';
import type { Resource } from '../../src/krm/resource.ts';
import { emitLock, parseLock } from '../../src/lock/lock-file.ts';
import { openEngines } from '../../src/profile/engines.ts';
import { openStreet, type RenderReport, renderResources, type Street } from '../../src/render/render.ts';

const GOLDENS = join(import.meta.dirname, '../../fixtures/goldens');
const street = openStreet(openEngines(), {});
/** Nothing may be profiled once there is a lock. */
const lockedStreet: Street = {
  ...street,
  profile: () => {
    throw new Error('profiled anew');
  },
};

function read(text: string, file: string): Resource[] {
  return parseStream(text, { file, limits: STREAM_LIMITS }).flatMap(({ resource }) => resource ?? []);
}

const lockText = ({ graphs }: RenderReport): string => emitLock(graphs.flatMap(({ entry }) => entry ?? []));
const bytes = ({ graphs }: RenderReport): string =>
  graphs
    .flatMap(({ documents }) => documents)
    .map(emitYaml)
    .join('---\n');
const said = ({ findings }: RenderReport) =>
  findings.filter(({ code }) => code !== 'LOCK_USED').map(({ resource: _, ...one }) => one);

const REFUSED = [
  ...['a-very-long-request-name-for-a-deployment', 'both-loads', 'gemma4-b200-vllm'],
  ...['llama-70b-fp8-h100', 'mimo-v2-b200', 'sla-impossible', 'v4-flash-fp8-b200-sglang', 'v4-pro-b200-sglang'],
];

describe('a request is rendered from its lock as it was without one', () => {
  const names = readdirSync(GOLDENS).sort();
  const compared: string[] = [];

  test.each(names)('%s', (name) => {
    const requests = read(readFileSync(join(GOLDENS, name, 'dgdr.yaml'), 'utf8'), 'dgdr.yaml');
    const options = { defaults: {}, isStrict: false };
    const fresh = renderResources(requests, { ...options, street });
    if (fresh.graphs.length === 0) return;
    compared.push(name);
    const text = lockText(
      renderResources(requests, { ...options, street, lock: { locks: [], whenUnlocked: 'pick', isLocking: true } }),
    );
    const locks = read(text, 'dgdr.lock.yaml').map(parseLock);
    const locked = renderResources(requests, {
      ...options,
      street: lockedStreet,
      lock: { locks, whenUnlocked: 'fail', isLocking: false },
    });
    expect(bytes(locked)).toBe(bytes(fresh));
    expect(said(locked)).toEqual(said(fresh));
    const again = { ...options, street: lockedStreet, lock: { locks, whenUnlocked: 'pick' as const, isLocking: true } };
    expect(lockText(renderResources(requests, again))).toBe(text);
  });

  test('by the rules of the reference, whose nodes are those that the engine knows', () => {
    const requests = read(readFileSync(join(GOLDENS, 'llama-70b-gb200/dgdr.yaml'), 'utf8'), 'dgdr.yaml');
    const options = { defaults: { compat: 'reference' as const }, isStrict: false };
    const fresh = renderResources(requests, {
      ...options,
      street,
      lock: { locks: [], whenUnlocked: 'pick', isLocking: true },
    });
    const lock = {
      locks: read(lockText(fresh), 'dgdr.lock.yaml').map(parseLock),
      whenUnlocked: 'fail' as const,
      isLocking: false,
    };
    const locked = renderResources(requests, { ...options, street: lockedStreet, lock });
    expect(bytes(locked)).toBe(bytes(fresh));
    expect(bytes(locked)).toContain('gpu: "4"');
    expect(bytes(locked)).not.toContain('gpu: "8"');
  });

  test('all but those that are refused', () => {
    expect(names.filter((name) => !compared.includes(name))).toEqual(REFUSED);
  });
});
