import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { folderWith } from '../commands/harness.ts';
import { CONTEXT, kubeconfigText, NAMESPACE, runBundle } from './call.ts';
import { CONVERSATIONS, REQUEST, SCENES } from './scenes.ts';
import { type Exchange, replay } from './wire.ts';

const TOKEN = 'a-secret-token';
const GOLDEN = `fixtures/goldens/${REQUEST}`;
const TEXT = readFileSync(`${GOLDEN}/dgdr.yaml`, 'utf8').replace(
  `name: ${REQUEST}\n`,
  `name: ${REQUEST}\n  namespace: ${NAMESPACE}\n`,
);

/** Locks a request from what a real API server answered, and says what else was asked. */
async function lockFrom(recording: string, text: string) {
  const exchanges = JSON.parse(readFileSync(join(CONVERSATIONS, `${recording}.json`), 'utf8')) as Exchange[];
  const wire = await replay(exchanges, TOKEN);
  const folder = folderWith({
    kubeconfig: kubeconfigText(wire.url, TOKEN, ['insecure-skip-tls-verify: true']),
    'q/chat.yaml': text,
  });
  const args = ['--from-cluster', '--context', CONTEXT, '--kubeconfig', join(folder, 'kubeconfig')];
  const run = await runBundle(['lock', join(folder, 'q'), ...args]);
  await wire.close();
  return { ...run, folder, surprises: wire.surprises() };
}

describe('lock --from-cluster', () => {
  it('keeps the graph that the cluster made, and renders it from then on', async () => {
    const { code, stdout, folder, surprises } = await lockFrom(SCENES.request.name, TEXT);
    expect({ code, surprises }).toEqual({ code: 0, surprises: [] });
    expect(stdout).toBe(
      `${NAMESPACE}/${REQUEST}: locked: disagg 1x VllmDecodeWorker tp4 + 1x VllmPrefillWorker tp4, profiled in a cluster\n`,
    );
    expect(readFileSync(join(folder, 'q/dgdr.lock.yaml'), 'utf8')).not.toMatch(/resourceVersion|managedFields/);
    const rendered = await runBundle(['render', '--frozen', join(folder, 'q')]);
    expect(rendered.code).toBe(0);
    const made = parse(readFileSync(`${GOLDEN}/dgd.yaml`, 'utf8'));
    expect(parse(rendered.stdout).spec).toEqual(
      JSON.parse(JSON.stringify(made.spec, (_key, value) => (value === null ? undefined : value))),
    );
    const override = TEXT.replace('totalGpus: 8', 'totalGpus: 8\n    vramMb: 143771');
    writeFileSync(join(folder, 'q/chat.yaml'), override);
    expect((await runBundle(['render', '--frozen', join(folder, 'q')])).stderr).toContain('error LOCK_FROZEN');
  });

  it('refuses a result of another request', async () => {
    const { code, stdout, stderr } = await lockFrom(SCENES.request.name, TEXT.replace('isl: 8000', 'isl: 4000'));
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(
      /error CLUSTER_REQUEST_DIFFERS \S+chat\.yaml:\d+ spec\.workload\.isl: .*\(spec\.workload\.isl 4000 -> 8000\)/,
    );
    expect(stderr).toContain('nothing was locked');
  });

  it('says which right is missing', async () => {
    const { code, stderr } = await lockFrom(SCENES.requestForbidden.name, TEXT);
    expect(code).toBe(1);
    expect(stderr).toContain('error CLUSTER_REFUSED');
    expect(stderr).not.toContain(TOKEN);
  });

  it('wants a context', async () => {
    expect(await runBundle(['lock', GOLDEN, '--from-cluster'])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('--context was expected'),
    });
  });
});
