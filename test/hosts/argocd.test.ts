import { spawn, spawnSync } from 'node:child_process';
import { copyFileSync, cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { announceParameters } from '../../src/commands/argocd/parameters.ts';
import type { JsonObject } from '../../src/json.ts';
import {
  type Application,
  type CmpServer,
  DGDR_RENDER,
  type Generated,
  PLUGIN,
  sidecarFolder,
  startServer,
  writeFiles,
} from './argocd.ts';
import { graphWith, HEALTH_CASES } from './health-cases.ts';
import { findHost, wantHost } from './host.ts';

const server = wantHost('argocd-cmp-server');
const kustomize = findHost('kustomize');

const FIXTURES = join(import.meta.dirname, '../../fixtures/requests');
const REQUEST = readFileSync(join(FIXTURES, 'qwen3-8b-l40s.dgdr.yaml'), 'utf8');
const PLUGIN_YAML = readFileSync(join(PLUGIN, 'plugin.yaml'), 'utf8');
const CONFIG_MAP = 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: settings\ndata:\n  answer: "on"\n';

const firstPack = (perfdb: string): string => {
  const { packs } = JSON.parse(readFileSync(join(perfdb, 'index.json'), 'utf8')) as { packs: { file: string }[] };
  return join(perfdb, packs[0]!.file);
};
const named = (name: string, request = REQUEST): string => request.replace('name: qwen3-8b-l40s', `name: ${name}`);
const broken = (name: string): string => named(name).replace(/ttft: .*/, 'ttft: -1');
const names = ({ manifests }: Generated): string[] =>
  manifests.map(({ kind, metadata }) => `${kind} ${(metadata as JsonObject).name}`);

describe.skipIf(server === undefined)('argocd-cmp-server v3.2.12', () => {
  const folder = sidecarFolder({ 'dgdr-render': DGDR_RENDER, kustomize });
  const servers: CmpServer[] = [];
  const start = async (plugin: string): Promise<CmpServer> => {
    const started = await startServer(server ?? '', folder, plugin);
    servers.push(started);
    return started;
  };
  const repository = (files: Readonly<Record<string, string>>): string =>
    writeFiles(mkdtempSync(join(folder, 'repository-')), files);
  /** The plugin.yaml that ships, with other things in its spec. */
  const withSpec = (spec: JsonObject): string => {
    const shipped = parse(PLUGIN_YAML);
    return stringify({ ...shipped, spec: { ...shipped.spec, ...spec } });
  };

  let cmp: CmpServer;
  const generate = (files: Readonly<Record<string, string>>, application: Partial<Application> = {}) =>
    cmp.generate({ repository: repository(files), ...application });
  beforeAll(async () => {
    cmp = await start(PLUGIN_YAML);
  });
  afterAll(async () => {
    for (const one of servers) await one.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  test('the shipped plugin is used by name: nothing is discovered, and no credentials are asked for', async () => {
    expect(cmp.log()).toContain('argocd-cmp-server v3.2.12');
    expect(await cmp.check()).toEqual({ isDiscoveryConfigured: false, provideGitCreds: false });
    const repo = repository({ 'chat.yaml': REQUEST });
    expect(await cmp.match({ repository: repo })).toEqual({ isSupported: false, isDiscoveryEnabled: false });
  });

  test('it announces the parameters of the schema', async () => {
    const absent = { required: false, itemType: '', collectionType: '', string: '' };
    const wanted = announceParameters().map((announcement) => ({ ...absent, ...announcement }));
    expect(await cmp.announce({ repository: repository({ 'chat.yaml': REQUEST }) })).toEqual({
      parameterAnnouncements: wanted,
    });
    const { stdout } = spawnSync(DGDR_RENDER, ['argocd', 'parameters'], { encoding: 'utf8' });
    expect(JSON.parse(stdout)).toEqual(announceParameters());
  });

  test('with the discovery of the README an application matches that holds a request, even a broken one', async () => {
    const readme = readFileSync(join(PLUGIN, 'README.md'), 'utf8');
    const snippet = /```yaml\nspec:\n( {2}discover:\n[\s\S]*?)```/.exec(readme)?.[1];
    const discovering = await start(withSpec(parse(snippet ?? '')));
    const repo = repository({
      'good/deep/chat.yaml': REQUEST,
      'bad/chat.yaml': `${REQUEST}  a: {`,
      'none/map.yaml': `${CONFIG_MAP}---\n{{ template }}: [`,
    });
    const supported = async (path: string): Promise<unknown> =>
      (await discovering.match({ repository: repo, path })).isSupported;
    expect(await Promise.all(['good', 'bad', 'none'].map(supported))).toEqual([true, true, false]);
  });

  test('a plain folder: graphs in the place of requests, other manifests as they are, nothing else', async () => {
    const service = { apiVersion: 'v1', kind: 'Service', metadata: { name: 'front' }, spec: { ports: [{ port: 80 }] } };
    const generated = await generate(
      {
        'app/a.json': JSON.stringify(service),
        'app/b.yaml': `%YAML 1.1\n---\n${CONFIG_MAP}...\n---\n${REQUEST}...\n# end\n${CONFIG_MAP.replace('settings', 'later')}`,
        'app/deep/c.yml': `--- {apiVersion: v1, kind: Secret, metadata: {name: inline}}\n${named('review').replace('spec:\n', 'spec:\n  autoApply: false\n').replace(/^/, '---\n')}`,
        'app/local.yaml': CONFIG_MAP.replace(
          '  name',
          '  annotations: {config.kubernetes.io/local-config: "true"}\n  name',
        ),
        'app/values.yaml': 'image: {{ x }}\nkind: none\n',
        'app/package.json': '{"name": "x"}',
        'other/d.yaml': named('elsewhere'),
      },
      { path: 'app' },
    );
    expect(generated.error).toBe('');
    expect(names(generated)).toEqual([
      'Service front',
      'ConfigMap settings',
      'DynamoGraphDeployment qwen3-8b-l40s-dgd',
      'ConfigMap later',
      'Secret inline',
    ]);
    expect(generated.manifests[0]).toEqual(service);
    expect(generated.manifests[1]).toEqual(parse(CONFIG_MAP));
    expect(generated.manifests[2]).toMatchObject({
      metadata: { annotations: { 'dgdr-render.dev/source': 'app/b.yaml#1' } },
    });
  });

  test('what it generates is what render prints', async () => {
    const { stdout } = spawnSync(DGDR_RENDER, ['render', '-'], { input: REQUEST, encoding: 'utf8' });
    const { manifests } = await generate({ 'q.yaml': REQUEST });
    // On stdin no file is known, which is all that differs.
    const rendered = parse(stdout);
    rendered.metadata.annotations['dgdr-render.dev/source'] = 'q.yaml#0';
    expect(manifests).toEqual([rendered]);
  });

  test('a graph that was committed before is replaced', async () => {
    const old = 'apiVersion: nvidia.com/v1alpha1\nkind: DynamoGraphDeployment\nmetadata: {name: qwen3-8b-l40s-dgd}\n';
    const generated = await generate({ 'chat.dgd.yaml': old, 'chat.yaml': REQUEST });
    expect(names(generated)).toEqual(['DynamoGraphDeployment qwen3-8b-l40s-dgd']);
    expect(generated.manifests[0]).toHaveProperty('spec.services.Frontend');
  });

  test.each([
    [
      'parameters',
      {
        parameters: [
          { name: 'router-mode', string: 'kv' },
          { name: 'strict', string: '' },
        ],
      },
    ],
    ['variables', { env: { ROUTER_MODE: 'kv' } }],
    [
      'parameters before variables',
      { parameters: [{ name: 'router-mode', string: 'kv' }], env: { ROUTER_MODE: 'random' } },
    ],
  ])('an application sets options by %s', async (_, application) => {
    const { manifests, error } = await generate({ 'chat.yaml': REQUEST }, application);
    expect(error).toBe('');
    expect(JSON.stringify(manifests)).toContain('{"name":"DYN_ROUTER_MODE","value":"kv"}');
  });

  test.each([
    [
      { name: 'router-mod', string: 'kv' },
      'parameters[router-mod]: there is no such parameter; known: image, image-mirror, target',
    ],
    [{ name: 'total-gpus', string: 'many' }, 'parameters[total-gpus]: a whole number above 0 was expected'],
    [{ name: 'image', array: ['a'] }, 'parameters[image]: a text was expected, not a list'],
    [
      { name: 'model-config', map: { 'a/b': '../x.json' } },
      'PATH_OUTSIDE_ROOT spec.source.plugin.parameters[model-config]',
    ],
  ])('the parameter %j is refused', async (parameter, says) => {
    const { error } = await generate({ 'chat.yaml': REQUEST }, { parameters: [parameter] });
    expect(error).toContain(says);
  });

  test('a kustomization is built, without functions, and rendered after its prefix and patches', async () => {
    const kustomization = {
      namePrefix: 'team-a-',
      namespace: 'inference',
      resources: ['../base', 'map.yaml'],
      patches: [
        {
          patch: '[{"op": "replace", "path": "/spec/image", "value": "registry.example.com/dynamo-planner:1.5.0"}]',
          target: { kind: 'DynamoGraphDeploymentRequest' },
        },
      ],
    };
    const files = {
      'base/kustomization.yaml': 'resources: [chat.yaml]\n',
      'base/chat.yaml': REQUEST,
      'overlay/kustomization.yaml': stringify(kustomization),
      'overlay/map.yaml': CONFIG_MAP,
    };
    const generated = await generate(files, { path: 'overlay' });
    expect(generated.error).toBe('');
    expect(names(generated)).toEqual(['ConfigMap team-a-settings', 'DynamoGraphDeployment team-a-qwen3-8b-l40s-dgd']);
    expect(generated.manifests[1]).toMatchObject({
      apiVersion: 'nvidia.com/v1beta1',
      metadata: { namespace: 'inference', labels: { 'dgdr.nvidia.com/name': 'team-a-qwen3-8b-l40s' } },
    });
  });

  test.each([
    [
      'no request',
      { 'map.yaml': CONFIG_MAP },
      'failed exit status 1: error NO_REQUESTS: no DynamoGraphDeploymentRequest in .\n  hint: check path',
    ],
    [
      'only requests for review',
      { 'chat.yaml': REQUEST.replace('spec:\n', 'spec:\n  autoApply: false\n') },
      'failed exit status 1: error NO_REQUESTS: every DynamoGraphDeploymentRequest in . says autoApply: false',
    ],
    [
      'a bad request beside a good one',
      { 'a.yaml': REQUEST, 'b.yaml': broken('late') },
      /failed exit status 1: error \w+ b\.yaml:\d+ spec\.sla\.ttft: .*\n {2}hint: .*\nnothing was generated for 2 requests$/,
    ],
    [
      'a broken kustomization',
      { 'kustomization.yaml': 'resources: [gone.yaml]\n' },
      /failed exit status 1: error INPUT_NOT_FOUND: kustomize build ended with 1: .*gone\.yaml/,
    ],
    [
      'a kustomization with functions',
      {
        'kustomization.yaml': 'generators: [chat.yaml]\n',
        'chat.yaml': readFileSync(join(PLUGIN, '../kustomize/own-generator/qwen3-32b.yaml'), 'utf8'),
      },
      'external plugins disabled',
    ],
    [
      'a kustomization below a plain folder',
      {
        'chat.yaml': REQUEST,
        'x/kustomization.yaml': 'apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\n',
      },
      'error CONFIG_INVALID x/kustomization.yaml:2 kind: a Kustomization is not read here',
    ],
  ])('%s is an error that the UI shows, and nothing is generated', async (_, files, says) => {
    const { error, manifests } = await generate(files);
    expect(manifests).toEqual([]);
    expect(error).toMatch(/^error generating manifests: `dgdr-render argocd generate` failed exit status \d: error /);
    expect(error).toMatch(says);
  });

  test('a List is taken apart where it holds a request', async () => {
    const items = [REQUEST, CONFIG_MAP].map((text) => `- ${text.trimEnd().replace(/\n/g, '\n  ')}\n`).join('');
    const generated = await generate({ 'list.yaml': `apiVersion: v1\nkind: List\nitems:\n${items}` });
    expect({ error: generated.error, names: names(generated) }).toEqual({
      error: '',
      names: ['DynamoGraphDeployment qwen3-8b-l40s-dgd', 'ConfigMap settings'],
    });
  });

  test('a version of graphs that the cluster does not serve is an error; the parameter target mends it', async () => {
    const apiVersions = ['v1', 'v1/ConfigMap', 'nvidia.com/v1alpha1', 'nvidia.com/v1alpha1/DynamoGraphDeployment'];
    const newer = { 'chat.yaml': REQUEST.replace(/(image: .*):.*/, '$1:1.5.0') };
    expect(newer['chat.yaml']).not.toBe(REQUEST);
    expect((await generate(newer, { apiVersions })).error).toMatch(
      /error GRAPH_VERSION_NOT_SERVED chat\.yaml:\d+ spec: .*serves DynamoGraphDeployment as v1alpha1\n {2}hint: set the target to 1\.3, or /,
    );
    const target = [{ name: 'target', string: '1.3' }];
    const { error, manifests } = await generate(newer, { apiVersions, parameters: target });
    expect({ error, versions: manifests.map(({ apiVersion }) => apiVersion) }).toEqual({
      error: '',
      versions: ['nvidia.com/v1alpha1'],
    });
  });

  describe('before an application is generated', () => {
    test('the log says what is installed and set', async () => {
      await generate({ 'chat.yaml': REQUEST }, { parameters: [{ name: 'router-mode', string: 'kv' }] });
      expect(cmp.log()).toMatch(
        /dgdr-render \d+\.\d+\.\d+, aiconfigurator \d+\.\d+\.\d+ with \d+ systems.*\\nparameters: /,
      );
      expect(cmp.log()).toContain('router-mode');
      expect(cmp.log()).not.toContain('zero output');
    });

    test('a wrong parameter fails there, and nothing is read', async () => {
      const parameters = [{ name: 'kv-events', string: 'some' }];
      const { error } = await generate({ 'chat.yaml': '{' }, { parameters });
      expect(error).toMatch(
        /`dgdr-render argocd init` failed exit status 2: error CONFIG_INVALID .*parameters\[kv-events\]/,
      );
      expect(error).not.toContain('chat.yaml');
    });

    test.each([
      ['no measured data', false, /error INPUT_NOT_FOUND: no measured data: /],
      ['data that is cut off', true, /error PERFDB_INVALID: /],
    ])('an image with %s fails there', async (_, hasData, says) => {
      const image = mkdtempSync(join(folder, 'image-'));
      cpSync(dirname(DGDR_RENDER), join(image, 'dist'), { recursive: true });
      copyFileSync(join(dirname(DGDR_RENDER), '../package.json'), join(image, 'package.json'));
      if (hasData) {
        cpSync(join(dirname(DGDR_RENDER), '../perfdb'), join(image, 'perfdb'), { recursive: true });
        truncateSync(firstPack(join(image, 'perfdb/0.10')), 100);
      }
      const command = [join(image, 'dist/dgdr-render.mjs'), 'argocd', 'init'];
      const broken = await start(withSpec({ init: { command } }));
      const { error } = await broken.generate({ repository: repository({ 'chat.yaml': REQUEST }) });
      expect(error).toMatch(says);
    });
  });

  test('with allow-empty an application may be empty', async () => {
    const parameters = [{ name: 'allow-empty', string: 'true' }];
    const files = { 'map.yaml': CONFIG_MAP };
    expect(names(await generate(files, { parameters }))).toEqual(['ConfigMap settings']);
    expect(await generate({ 'README.md': '' }, { parameters })).toEqual({ manifests: [], error: '' });
  });

  test('of many errors the first twenty are shown', async () => {
    const files = Array.from({ length: 25 }, (_, i) => [`q${i}.yaml`, broken(`q${i}`)]);
    const { error } = await generate(Object.fromEntries(files));
    expect(error.match(/^error |: error /gm)).toHaveLength(20 + 1);
    expect(error).toMatch(/\n5 more errors\nnothing was generated for 25 requests$/);
  });

  test('file modes of the repository do not matter: Argo CD takes them away', async () => {
    const strict = await start(withSpec({ init: { command: ['test', '!', '-x', 'tool.sh'] } }));
    const repo = repository({ 'tool.sh': '#!/bin/sh\n', 'chat.yaml': REQUEST });
    expect(names(await strict.generate({ repository: repo }))).toEqual(['DynamoGraphDeployment qwen3-8b-l40s-dgd']);
  });

  describe('a repository of 200 requests', () => {
    /** Default of `server.repo.server.timeout.seconds`. */
    const REPO_SERVER_SECONDS = 60;
    const shapes = readdirSync(FIXTURES).map((file) => readFileSync(join(FIXTURES, file), 'utf8'));
    const files = Array.from({ length: 200 }, (_, i) => {
      const shape = shapes[i % shapes.length] ?? '';
      return [`team-${i % 10}/q${i}.yaml`, shape.replace(/^( {2}name: ).*$/m, `$1q${i}`)];
    });
    const large = (): string => repository(Object.fromEntries(files));

    test('takes less of a processor than the repo server waits by default', async () => {
      const before = cmp.cpuSeconds();
      const generated = await cmp.generate({ repository: large() });
      expect(cmp.cpuSeconds() - before).toBeGreaterThan(0);
      expect(cmp.cpuSeconds() - before).toBeLessThan(REPO_SERVER_SECONDS);
      expect(generated.error).toBe('');
      expect(new Set(names(generated)).size).toBe(200);
      expect(cmp.log()).toMatch(/200 of 200 requests to apply, \d+\.\d s/);
    });

    test('ends at a short deadline, and the next call works', async () => {
      const { error, manifests } = await cmp.generate({ repository: large(), timeoutMs: 700 });
      expect(manifests).toEqual([]);
      expect(error).toMatch(/signal: (terminated|killed)|deadline exceeded/i);
      expect(names(await generate({ 'chat.yaml': REQUEST }))).toEqual(['DynamoGraphDeployment qwen3-8b-l40s-dgd']);
    });

    test('on SIGTERM nothing was printed', async () => {
      const child = spawn(DGDR_RENDER, ['argocd', 'generate'], { cwd: large() });
      let printed = '';
      child.stdout.on('data', (text: Buffer) => (printed += text.toString()));
      const ended = new Promise((done) => child.once('close', (code, signal) => done({ code, signal })));
      setTimeout(() => child.kill('SIGTERM'), 400);
      expect(await ended).toEqual({ code: null, signal: 'SIGTERM' });
      expect(printed).toBe('');
    });
  });
});

const health = wantHost('argocd-health');

describe.skipIf(health === undefined)('the health check in the Lua of Argo CD v3.2.12', () => {
  test.each(HEALTH_CASES)('a graph that $title', ({ status, health: wanted, message }) => {
    const { stdout } = spawnSync(health ?? '', [join(PLUGIN, 'health.lua')], {
      input: JSON.stringify(graphWith(status)),
      encoding: 'utf8',
    });
    expect(JSON.parse(stdout)).toEqual({ status: wanted, message });
  });
});

describe.skipIf(kustomize === undefined)('the component for an installation of Argo CD', () => {
  test('adds the sidecar, its configuration and the health check', () => {
    const folder = sidecarFolder({});
    const install = [
      { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'argocd-cm' }, data: { url: 'https://x' } },
      {
        apiVersion: 'apps/v1',
        kind: 'Deployment',
        metadata: { name: 'argocd-repo-server' },
        spec: { template: { spec: { containers: [{ name: 'argocd-repo-server', image: 'x' }] } } },
      },
    ];
    writeFiles(folder, {
      'kustomization.yaml': 'namespace: argocd\nresources: [install.yaml]\ncomponents: [plugin]\n',
      'install.yaml': install.map((one) => `---\n${stringify(one)}`).join(''),
      ...Object.fromEntries(
        readdirSync(PLUGIN).map((name) => [`plugin/${name}`, readFileSync(join(PLUGIN, name), 'utf8')]),
      ),
    });
    const { stdout, stderr } = spawnSync(kustomize ?? '', ['build', folder], { encoding: 'utf8' });
    rmSync(folder, { recursive: true, force: true });
    expect(stderr).toBe('');
    const [first, second, deployment] = stdout.split('---\n').map((text) => parse(text));
    const maps = [first, second];
    expect(maps.find(({ metadata }) => metadata.name === 'argocd-cm').data).toEqual({
      url: 'https://x',
      'resource.customizations.health.nvidia.com_DynamoGraphDeployment': readFileSync(
        join(PLUGIN, 'health.lua'),
        'utf8',
      ),
    });
    const own = maps.find(({ metadata }) => metadata.name.startsWith('dgdr-render-plugin-'));
    expect(own.data).toEqual({ 'plugin.yaml': PLUGIN_YAML });
    const { containers, volumes } = deployment.spec.template.spec;
    expect(containers.map(({ name }: { name: string }) => name).sort()).toEqual(['argocd-repo-server', 'dgdr-render']);
    expect(volumes).toContainEqual({ name: 'dgdr-render-plugin', configMap: { name: own.metadata.name } });
  });
});
