import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Json, JsonObject } from '../../src/json.ts';
import { listIn } from '../../src/json-reading.ts';
import { refOf } from '../../src/krm/identity.ts';
import { toWorkloads } from '../../src/workloads/workloads.ts';
import { type ApiServer, startApiServer } from '../cluster/api-server.ts';
import { applyTo, untilServed } from '../cluster/apply.ts';
import { parseDocuments } from '../support/documents.ts';
import { mapContainers, RENDERED_CASES } from '../support/operator.ts';
import { wantHost } from './host.ts';

const POLICY = 'plugin/kubernetes/policy';
const MIRROR = 'registry.example.com';
const NAMESPACE = 'serving';

const conftest = wantHost('conftest');
const apiServer = wantHost('kube-apiserver');
const groups = wantHost('lws-crd.yaml');

const RENDERED = RENDERED_CASES.flatMap(
  ({ graph, options }) =>
    toWorkloads({ ...graph, metadata: { ...Object(graph.metadata), namespace: NAMESPACE } }, options).objects,
);
/** What passes: everything that is rendered, from the mirror. */
const MIRRORED = RENDERED.map((object) =>
  mapContainers(object, (container) => ({ ...container, image: `${MIRROR}/${container.image}` })),
);

const DEPLOYMENT = MIRRORED.find(({ kind }) => kind === 'Deployment')!;
const GROUP = MIRRORED.find(({ kind }) => kind === 'LeaderWorkerSet')!;
const ROLE = MIRRORED.find(({ kind }) => kind === 'Role')!;
/** One with a container that starts before the others. */
const WITH_INIT = MIRRORED.find(
  (object) => object.kind === 'Deployment' && JSON.stringify(object).includes('"initContainers"'),
)!;

const withImage = (object: JsonObject, image: string, part = '') =>
  mapContainers(object, (one) => (String(one.name).includes(part) ? { ...one, image } : one));
const withRule = (...resources: readonly string[]): JsonObject => {
  const more: Json = { apiGroups: [''], resources: [...resources], verbs: ['get'] };
  return { ...ROLE, rules: [...listIn(ROLE, 'rules'), more] };
};

/** Objects that must not pass, and the words of the rule; those that an API server holds against the policy for it too. */
const FAULTS: readonly { what: string; object: JsonObject; says: string; isAdmission?: boolean }[] = [
  { what: 'an image from elsewhere', object: withImage(DEPLOYMENT, 'nvcr.io/a:1'), says: MIRROR, isAdmission: true },
  { what: 'one in a group of nodes', object: withImage(GROUP, 'nvcr.io/a:1'), says: MIRROR, isAdmission: true },
  {
    what: 'one of a container that starts first',
    object: withImage(WITH_INIT, 'nvcr.io/a:1', 'warm'),
    says: MIRROR,
    isAdmission: true,
  },
  { what: 'no tag', object: withImage(DEPLOYMENT, `${MIRROR}/a`), says: 'has no tag' },
  { what: 'no tag behind a port', object: withImage(DEPLOYMENT, `${MIRROR}/b:5000/a`), says: 'has no tag' },
  { what: 'the latest tag', object: withImage(DEPLOYMENT, `${MIRROR}/a:latest`), says: 'no fixed tag' },
  { what: 'a right to read secrets', object: withRule('secrets'), says: 'read no secrets', isAdmission: true },
  { what: 'a right to read everything', object: withRule('*'), says: 'read no secrets', isAdmission: true },
];

describe.skipIf(conftest === undefined)('conftest v0.71.1, over the policy that is shipped', () => {
  const folder = mkdtempSync(join(tmpdir(), 'dgdr-policy-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const failures = (objects: readonly JsonObject[]): string[] => {
    const path = join(folder, 'objects.yaml');
    writeFileSync(path, objects.map((one) => JSON.stringify(one)).join('\n---\n'));
    const args = ['test', '--policy', POLICY, '--output', 'json', path];
    const { stdout, stderr } = spawnSync(conftest ?? '', args, { encoding: 'utf8' });
    expect(stderr).toBe('');
    const results = JSON.parse(stdout) as { successes: number; failures?: { msg: string }[]; warnings?: object[] }[];
    expect(results.reduce((sum, one) => sum + one.successes + (one.failures?.length ?? 0), 0)).toBeGreaterThan(0);
    return results.flatMap((one) => (one.failures ?? []).map(({ msg }) => msg));
  };

  test('passes everything that is rendered from the mirror', () => {
    expect(MIRRORED.length).toBeGreaterThan(80);
    expect(failures(MIRRORED)).toEqual([]);
  });

  test('fails for every image that is rendered from elsewhere', () => {
    const pods = RENDERED.filter(({ kind }) => kind === 'Deployment' || kind === 'LeaderWorkerSet');
    const words = failures(RENDERED);
    for (const { name } of pods.map(refOf))
      expect(
        words.some((one) => one.includes(` ${name}: `)),
        name,
      ).toBe(true);
  });

  test.each(FAULTS)('fails for $what', ({ object, says }) => {
    expect(failures([object])).toEqual(expect.arrayContaining([expect.stringContaining(says)]));
  });

  test.each([`${MIRROR}/a@sha256:${'0'.repeat(64)}`, `${MIRROR}/a:1.0`])('takes %s', (image) => {
    expect(failures([withImage(DEPLOYMENT, image)])).toEqual([]);
  });
});

describe.skipIf(apiServer === undefined || groups === undefined)(
  'a kube-apiserver v1.34 with the policy that is shipped',
  () => {
    let server: ApiServer;
    beforeAll(async () => {
      server = await startApiServer([]);
      const body = { apiVersion: 'v1', kind: 'Namespace', metadata: { name: NAMESPACE } };
      await server.call('POST', '/api/v1/namespaces', { body });
      const [definition = {}] = parseDocuments(readFileSync(groups ?? '', 'utf8'));
      expect(await applyTo(server, definition)).toBeUndefined();
      await untilServed(server, definition);
      const [policy = {}, binding = {}] = parseDocuments(readFileSync(`${POLICY}/admission.yaml`, 'utf8'));
      for (const object of [policy, binding]) expect(await applyTo(server, object)).toBeUndefined();
      // The server takes a while until it knows of a binding.
      while ((await applyTo(server, withRule('secrets'))) === undefined) await sleep(200);
    }, 600_000);
    afterAll(() => server?.stop());

    test('takes every workload and role that is rendered from the mirror', async () => {
      const judged = MIRRORED.filter(({ kind }) => ['Deployment', 'LeaderWorkerSet', 'Role'].includes(String(kind)));
      expect(judged.length).toBeGreaterThan(30);
      for (const object of judged) expect(await applyTo(server, object)).toBeUndefined();
    }, 600_000);

    test.each(FAULTS.filter(({ isAdmission }) => isAdmission))(
      'refuses $what',
      async ({ object, says }) => {
        expect(await applyTo(server, object)).toContain(says);
      },
      600_000,
    );
  },
);
