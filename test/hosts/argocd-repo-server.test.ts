import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { JsonObject } from '../../src/json.ts';
import { type CmpServer, DGDR_RENDER, PLUGIN, sidecarFolder, startServer, writeFiles } from './argocd.ts';
import { findHost, wantHost } from './host.ts';
import { type Answered, type RepoServer, type Source, startRepoServer } from './repo-server.ts';

const cmpServer = wantHost('argocd-cmp-server');
const repoServer = wantHost('argocd-repo-server');
const redis = wantHost('redis-server');
const isThere = cmpServer !== undefined && repoServer !== undefined && redis !== undefined;

const REQUEST = readFileSync(join(import.meta.dirname, '../../fixtures/requests/qwen3-8b-l40s.dgdr.yaml'), 'utf8');
const CONFIG_MAP = 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: settings\ndata:\n  answer: "on"\n';
const GRAPH = 'DynamoGraphDeployment qwen3-8b-l40s-dgd';

const names = ({ manifests }: Answered): string[] =>
  manifests.map(({ kind, metadata }) => `${kind} ${(metadata as JsonObject).name}`);

describe.skipIf(!isThere)('argocd-repo-server v3.2.12, with the plugin in its sidecar', () => {
  const folder = sidecarFolder({ 'dgdr-render': DGDR_RENDER, kustomize: findHost('kustomize') });
  const work = join(folder, 'serving');
  let cmp: CmpServer;
  let server: RepoServer;
  const git = (...args: readonly string[]): string =>
    execFileSync('git', ['-c', 'user.name=x', '-c', 'user.email=x@example.com', ...args], {
      cwd: work,
      encoding: 'utf8',
      env: { PATH: process.env.PATH ?? '', HOME: folder, GIT_CONFIG_NOSYSTEM: '1' },
    }).trim();
  /** Commits files to the branch, and says which commit that is. */
  const commit = (files: Readonly<Record<string, string>>): string => {
    writeFiles(work, files);
    git('add', '--all');
    git('commit', '--quiet', '--message', 'a change');
    return git('rev-parse', 'HEAD');
  };
  const generate = (source: Partial<Source> = {}): Promise<Answered> =>
    server.generate({ repoUrl: `file://${work}`, revision: 'main', path: 'chat', ...source });

  let first = '';
  beforeAll(async () => {
    cmp = await startServer(cmpServer ?? '', folder, readFileSync(join(PLUGIN, 'plugin.yaml'), 'utf8'));
    server = await startRepoServer({ repoServer: repoServer ?? '', redis: redis ?? '', folder, plugins: cmp.plugins });
    writeFiles(work, {});
    execFileSync('git', ['init', '--quiet', '--initial-branch', 'main', work]);
    first = commit({
      'chat/chat.yaml': REQUEST,
      'chat/map.yaml': CONFIG_MAP,
      'base/kustomization.yaml': 'resources: [chat.yaml]\n',
      'base/chat.yaml': REQUEST,
      'overlay/kustomization.yaml': 'namePrefix: team-a-\nresources: [../base]\n',
      'empty/map.yaml': CONFIG_MAP,
      'newer/chat.yaml': REQUEST.replace(/(image: .*):.*/, '$1:1.5.0'),
      'broken/chat.yaml': REQUEST.replace(/ttft: .*/, 'ttft: -1'),
    });
  });
  afterAll(async () => {
    await server?.stop();
    await cmp?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  test('generates an application of a Git repository: graphs in the place of requests, of the commit of the branch', async () => {
    const answered = await generate();
    expect(answered.error).toBe('');
    expect(answered).toMatchObject({ revision: first, sourceType: 'Plugin' });
    expect(names(answered)).toEqual([GRAPH, 'ConfigMap settings']);
    expect(answered.manifests[0]).toMatchObject({
      metadata: {
        annotations: {
          'argocd.argoproj.io/tracking-id': 'chat:nvidia.com/DynamoGraphDeployment:serving/qwen3-8b-l40s-dgd',
          'dgdr-render.dev/source': 'chat/chat.yaml#0',
        },
      },
    });
  });

  test.each<[string, Partial<Source>, string]>([
    ['a text', { parameters: [{ name: 'router-mode', string: 'kv' }] }, '{"name":"DYN_ROUTER_MODE","value":"kv"}'],
    [
      'a map',
      { parameters: [{ name: 'image-mirror', map: { 'nvcr.io': 'registry.example.com/nvcr' } }] },
      '"image":"registry.example.com/nvcr/',
    ],
    ['a variable', { env: { ROUTER_MODE: 'kv' } }, '{"name":"DYN_ROUTER_MODE","value":"kv"}'],
    ['a release', { parameters: [{ name: 'target', string: '1.5' }] }, '"apiVersion":"nvidia.com/v1beta1"'],
  ])('an application sets options by %s', async (_, source, says) => {
    const answered = await generate(source);
    expect(answered.error).toBe('');
    expect(JSON.stringify(answered.manifests)).toContain(says);
    expect(JSON.stringify((await generate()).manifests)).not.toContain(says);
  });

  test('a kustomization that takes from the folder beside it is built and rendered', async () => {
    expect(names(await generate({ path: 'overlay' }))).toEqual(['DynamoGraphDeployment team-a-qwen3-8b-l40s-dgd']);
  });

  test.each<[string, Partial<Source>, string | RegExp]>([
    [
      'a request that is wrong',
      { path: 'broken' },
      /`dgdr-render argocd generate` failed exit status 1: error SLA_INVALID chat\.yaml:\d+ spec\.sla\.ttft: .*\n {2}hint: .*\nnothing was generated for 1 request$/,
    ],
    [
      'no request',
      { path: 'empty' },
      '`dgdr-render argocd generate` failed exit status 1: error NO_REQUESTS: no DynamoGraphDeploymentRequest in empty',
    ],
    [
      'a parameter that is wrong',
      { parameters: [{ name: 'total-gpus', string: 'many' }] },
      /`dgdr-render argocd init` failed exit status 2: error CONFIG_INVALID .*parameters\[total-gpus\]: a whole number above 0 was expected/,
    ],
    [
      'a cluster that does not serve the graph',
      { apiVersions: ['v1', 'nvidia.com/v1alpha1/DynamoGraphDeployment'], path: 'newer' },
      'error GRAPH_VERSION_NOT_SERVED',
    ],
    ['a path that is not in the repository', { path: 'gone' }, 'gone: app path does not exist'],
    ['a plugin that is not in a sidecar', { plugin: 'other' }, 'other'],
  ])('%s is what the application shows, and nothing is generated', async (_, source, says) => {
    const { error, manifests } = await generate(source);
    expect(manifests).toEqual([]);
    expect(error).toMatch(says);
  });

  test('a second commit is rendered anew; each commit once, until a hard refresh', async () => {
    const rendered = (): number => cmp.log().match(/requests? to apply/g)?.length ?? 0;
    const second = commit({ 'chat/chat.yaml': REQUEST.replace(/totalGpus: \d+/, 'totalGpus: 1') });
    expect(second).not.toBe(first);
    // A branch is asked for again with a hard refresh or after minutes; a commit is its own name.
    const [before, after] = [await generate({ revision: first }), await generate({ revision: second })];
    expect([before.revision, after.revision]).toEqual([first, second]);
    expect(JSON.stringify(after.manifests[0])).not.toBe(JSON.stringify(before.manifests[0]));
    const count = rendered();
    expect((await generate({ revision: second })).manifests).toEqual(after.manifests);
    expect(rendered()).toBe(count);
    const refreshed = await generate({ noCache: true });
    expect([refreshed.revision, refreshed.manifests]).toEqual([second, after.manifests]);
    expect(rendered()).toBe(count + 1);
  });

  test('what was wrong in one commit is right in the next', async () => {
    expect((await generate({ path: 'broken' })).error).toContain('SLA_INVALID');
    const mended = commit({ 'broken/chat.yaml': REQUEST });
    expect(names(await generate({ path: 'broken', revision: mended }))).toEqual([GRAPH]);
  });
});
