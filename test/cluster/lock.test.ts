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
    'requests/chat.yaml': text,
  });
  const args = ['--from-cluster', '--context', CONTEXT, '--kubeconfig', join(folder, 'kubeconfig')];
  const run = await runBundle(['lock', join(folder, 'requests'), ...args]);
  await wire.close();
  return { ...run, folder, surprises: wire.surprises() };
}

describe('lock --from-cluster', () => {
  it('keeps the graph that the cluster made, and renders it from then on', async () => {
    const { code, stdout, stderr, folder, surprises } = await lockFrom(SCENES.request.name, TEXT);
    expect({ code, surprises }).toEqual({ code: 0, surprises: [] });
    // The override of this request is warned about, which is no matter of clusters.
    const summary = stderr.replaceAll(/^warning ROLE_FLAGS_MISSING .*\n {2}hint: .*\n/gm, '');
    const shown = `${stdout}${summary.replaceAll(/^( *)\S*(?=requests\/)/gm, '$1')}`;
    expect(readFileSync('docs/cluster.md', 'utf8')).toContain(
      `$ dgdr-render lock requests --from-cluster --context ${CONTEXT}\n${shown}\`\`\``,
    );
    expect(readFileSync(join(folder, 'requests/dgdr.lock.yaml'), 'utf8')).not.toMatch(/resourceVersion|managedFields/);
    const rendered = await runBundle(['render', '--frozen', join(folder, 'requests')]);
    expect(rendered.code).toBe(0);
    const made = parse(readFileSync(`${GOLDEN}/dgd.yaml`, 'utf8'));
    expect(parse(rendered.stdout).spec).toEqual(
      JSON.parse(JSON.stringify(made.spec, (_key, value) => (value === null ? undefined : value))),
    );
    const override = TEXT.replace('totalGpus: 8', 'totalGpus: 8\n    vramMb: 143771');
    writeFileSync(join(folder, 'requests/chat.yaml'), override);
    expect((await runBundle(['render', '--frozen', join(folder, 'requests')])).stderr).toContain('error LOCK_FROZEN');
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
