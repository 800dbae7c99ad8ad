import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { announceParameters, parseParameters } from '../../src/commands/argocd/parameters.ts';
import { buildKustomization } from '../../src/commands/read/kustomize-build.ts';
import { RenderErrors } from '../../src/errors.ts';
import { resolveLayers } from '../../src/request/layers.ts';
import { WORKLOAD_DEFAULTS } from '../../src/request/workload-options.ts';
import { folderWith, graph, request, run } from './harness.ts';

const MAP = 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: m}\n';
const parameters = (...entries: readonly object[]) => ({ ARGOCD_APP_PARAMETERS: JSON.stringify(entries) });

/** What `argocd generate` does in a folder with the files. */
const generate = (files: Readonly<Record<string, string>>, env: Readonly<Record<string, string>> = {}) =>
  run(['argocd', 'generate'], { cwd: folderWith(files), env });

/** What holds of plain workloads where nobody says anything. */
const WORKLOAD_FALLBACKS = Object.fromEntries(
  Object.entries(WORKLOAD_DEFAULTS).filter(([, value]) => value !== undefined),
);

describe('argocd generate in a plain folder', () => {
  test('prints manifests in the order of the files, graphs in the place of requests', async () => {
    const { code, stdout, stderr } = await generate({
      'b.yaml': `${request('b')}---\n${MAP}`,
      'a/a.yaml': request('a'),
    });
    expect(stdout).toBe(`---\n${graph('a')}---\n${graph('b')}---\n${MAP}`);
    expect({ code, stderr }).toEqual({
      code: 0,
      stderr: expect.stringMatching(/^2 of 2 requests to apply, \d+\.\d s\n$/),
    });
  });

  test.each([
    ['text without a newline at its end', MAP.trimEnd(), `---\n${MAP}`],
    ['a byte order mark', `\uFEFF${MAP}`, `---\n${MAP}`],
    ['a directive', `%YAML 1.2\n---\n${MAP}`, `---\n${MAP}`],
    ['a document on the line of its marker', '--- {apiVersion: v1, kind: X}\n', '---\n{apiVersion: v1, kind: X}\n'],
    ['JSON', '{"apiVersion": "v1", "kind": "X"}', '---\n{"apiVersion": "v1", "kind": "X"}\n'],
    ['Windows line ends', 'apiVersion: v1\r\nkind: X\r\n', '---\napiVersion: v1\r\nkind: X\r\n'],
    ['ends of documents', `${MAP}...\n${MAP}`, `---\n${MAP}...\n---\n${MAP}`],
  ])('%s becomes a document that Argo CD reads whole', async (_, text, wanted) => {
    const { stdout } = await generate({ 'a.yaml': text, 'q.yaml': request('q') });
    expect(stdout).toBe(`${wanted}---\n${graph('q')}`);
  });

  test.each([
    ['values of a chart', 'image: x\nkind: y\n'],
    ['settings with broken templates', '{{ x }}: [\nkind: y\n'],
    ['a list', '- apiVersion: v1\n- kind: y\n'],
    [
      'a document for tools',
      'apiVersion: v1\nkind: X\nmetadata: {annotations: {config.kubernetes.io/local-config: "true"}}\n',
    ],
    ['a comment', '# apiVersion, kind\n'],
  ])('%s is left out', async (_, text) => {
    expect((await generate({ 'a.yaml': text, 'q.yaml': request('q') })).stdout).toBe(`---\n${graph('q')}`);
  });

  test('the graph of a request for review is not printed, nor what render wrote of it', async () => {
    const review = request('r', 'autoApply: false');
    const files = { 'q.yaml': request('q'), 'r.dgd.yaml': graph('r', 'old'), 'r.yaml': review };
    const { stdout, stderr } = await generate(files);
    expect(stdout).toBe(`---\n${graph('q')}`);
    expect(stderr).toMatch(/^info NOT_APPLIED r\.yaml:7 .*\n1 of 2 requests to apply/);
  });

  test('a failure prints errors only, so that the UI shows nothing else', async () => {
    const { code, stdout, stderr } = await generate({
      'a.yaml': request('a', 'warn: true'),
      'b.yaml': request('b', 'fail: true'),
    });
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toBe(
      'error REQUEST_INVALID b.yaml:7 spec.fail: b fails\n  hint: stop it\nnothing was generated for 2 requests\n',
    );
  });

  test('an empty folder is an error that names the path of the application', async () => {
    const { code, stdout, stderr } = await generate({}, { ARGOCD_APP_SOURCE_PATH: 'serving/chat' });
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(
      /^error NO_REQUESTS: no DynamoGraphDeploymentRequest in serving\/chat\n {2}hint: .*allow-empty/,
    );
  });

  test('a function config is refused rather than left out', async () => {
    const config = 'apiVersion: dgdr-render.dev/v1alpha1\nkind: RenderDGDR\nspec: {strict: true}\n';
    const { code, stderr } = await generate({ 'a.yaml': config, 'q.yaml': request('q') });
    expect(code).toBe(2);
    expect(stderr).toMatch(/^error CONFIG_INVALID a\.yaml:2 kind: a RenderDGDR is not read here/);
  });
});

describe('argocd generate in a folder with a kustomization', () => {
  const kustomization = { 'kustomization.yaml': 'resources: [x.yaml]\n', 'x.yaml': request('not-this') };

  /** A PATH with a kustomize that runs the given lines. */
  const pathTo = (...lines: readonly string[]): string => {
    const bin = folderWith({ kustomize: `#!/bin/sh\n${lines.join('\n')}\n` });
    chmodSync(join(bin, 'kustomize'), 0o755);
    return `${bin}:/usr/bin:/bin`;
  };

  test('renders what kustomize build prints', async () => {
    const PATH = pathTo("cat <<'END'", `${MAP}---\n${request('q')}END`);
    const { code, stdout } = await generate(kustomization, { PATH });
    expect({ code, stdout }).toEqual({ code: 0, stdout: `---\n${MAP}---\n${graph('q')}` });
  });

  test('names a bad request by its name, since kustomize says no file', async () => {
    const PATH = pathTo("cat <<'END'", `${request('q', 'fail: true')}END`);
    const { stderr } = await generate(kustomization, { PATH });
    expect(stderr).toMatch(/^error REQUEST_INVALID DynamoGraphDeploymentRequest q spec\.fail: q fails\n/);
  });

  test('says in one line why kustomize failed', async () => {
    const PATH = pathTo('echo "first" >&2', 'echo "second" >&2', 'exit 3');
    const { code, stdout, stderr } = await generate(kustomization, { PATH });
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toContain('error INPUT_NOT_FOUND: kustomize build ended with 3: first second\n');
  });

  test('keeps variables of the sidecar from kustomize unless it may fetch', () => {
    const PATH = pathTo('echo "$SECRET,$ARGOCD_APP_NAME"');
    const context = { cwd: folderWith(kustomization), env: { PATH, SECRET: 'secret', ARGOCD_APP_NAME: 'app' } };
    const said = [false, true].map((allowsRemote) => String(buildKustomization(context, { allowsRemote })));
    expect(said).toEqual([',app\n', 'secret,app\n']);
  });

  test('does not wait for kustomize for ever', () => {
    const context = { cwd: folderWith(kustomization), env: { PATH: pathTo('sleep 60') } };
    expect(() => buildKustomization(context, { allowsRemote: false, limit: 300 })).toThrow(
      'kustomize build took over 0.3 s',
    );
  });

  test('says so where there is no kustomize', async () => {
    const { code, stdout, stderr } = await generate(kustomization, { PATH: '/nowhere' });
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(
      /^error INPUT_NOT_FOUND: the kustomization needs kustomize, .*ENOENT\n {2}hint: put kustomize/,
    );
  });
});

describe('argocd generate for a cluster that says what it serves', () => {
  const serves = (...kinds: string[]) => ({
    KUBE_API_VERSIONS: ['apps/v1', 'apps/v1/Deployment', 'v1', ...kinds].join(','),
  });
  const ALPHA = 'nvidia.com/v1alpha1/DynamoGraphDeployment';
  const BETA = 'nvidia.com/v1beta1/DynamoGraphDeployment';

  test.each([
    ['the version of the graph', serves(ALPHA)],
    ['both versions', serves(ALPHA, BETA)],
    ['nothing that is known', { KUBE_API_VERSIONS: '' }],
    ['groups and versions alone', { KUBE_API_VERSIONS: 'v1,apps/v1' }],
  ])('%s is fine', async (_, env) => {
    const { code, stderr } = await generate({ 'q.yaml': request('q') }, env);
    expect({ code, stderr }).toEqual({ code: 0, stderr: expect.stringMatching(/^1 of 1 request to apply/) });
  });

  test('another version is an error that names the target to set', async () => {
    const files = { 'q.yaml': request('q'), 'review.yaml': request('r', 'autoApply: false') };
    expect(await generate(files, serves(BETA))).toEqual({
      code: 1,
      stdout: '',
      stderr:
        'error GRAPH_VERSION_NOT_SERVED q.yaml:5 spec: the graph q-dgd is nvidia.com/v1alpha1, and the cluster serves DynamoGraphDeployment as v1beta1\n' +
        '  hint: set the target to 1.6, or update the Dynamo operator of the cluster\n' +
        'nothing was generated for 2 requests\n',
    });
  });

  test('no graphs at all is a warning, since the operator may come with the same sync', async () => {
    const files = { 'a.yaml': request('a'), 'b.yaml': request('b') };
    const { code, stderr } = await generate(files, serves());
    expect({ code, warnings: stderr.match(/^warning .*$/gm) }).toEqual({
      code: 0,
      warnings: ['warning GRAPH_NOT_SERVED a.yaml:2 kind: the cluster serves no nvidia.com DynamoGraphDeployment'],
    });
    const strict = parameters({ name: 'strict', string: 'true' });
    expect(await generate(files, { ...serves(), ...strict })).toMatchObject({ code: 1, stdout: '' });
  });
});

describe('argocd init', () => {
  test('says what is installed and set', async () => {
    const env = { ...parameters({ name: 'target', string: '1.5' }), PARAM_ROUTER_MODE: 'kv' };
    const { code, stdout, stderr } = await run(['argocd', 'init'], { cwd: folderWith({}), env });
    expect({ code, stdout }).toEqual({ code: 0, stdout: 'ready\n' });
    expect(stderr).toMatch(/^dgdr-render \S+(, aiconfigurator \S+ with \d+ systems)+\nparameters: /);
    expect(JSON.parse(stderr.split('parameters: ')[1] ?? '')).toEqual({ target: '1.5', 'router-mode': 'kv' });
  });

  test.each([
    [{ name: 'router-mod', string: 'kv' }, 2, 'error CONFIG_INVALID spec.source.plugin.parameters[router-mod]: '],
    [{ name: 'target', string: '0.9' }, 1, 'error TARGET_UNSUPPORTED spec.source.plugin.parameters[target]: '],
    [
      { name: 'model-config', map: { 'a/b': 'gone.json' } },
      1,
      'error INPUT_NOT_FOUND spec.source.plugin.parameters[model-config]: ',
    ],
  ])('refuses the parameter %j', async (parameter, code, says) => {
    const ran = await run(['argocd', 'init'], { cwd: folderWith({}), env: parameters(parameter) });
    expect(ran).toEqual({ code, stdout: '', stderr: expect.stringContaining(says) });
  });
});

describe('argocd discover', () => {
  test.each([
    [{ 'a/q.yaml': request('q'), 'b.yml': `${MAP}---\n${request('b')}` }, 'a/q.yaml\nb.yml\n'],
    [{ 'q.yaml': `${request('q')}  broken: [` }, 'q.yaml\n'],
    [{ 'm.yaml': MAP, 'broken.yaml': 'a: [' }, ''],
    [{}, ''],
  ])('%j', async (files, stdout) => {
    expect(await run(['argocd', 'discover'], { cwd: folderWith(files) })).toEqual({ code: 0, stdout, stderr: '' });
  });
});

describe('parameters', () => {
  test('argocd parameters prints what is announced', async () => {
    const { code, stdout } = await run(['argocd', 'parameters']);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toEqual(announceParameters());
  });

  test('every announced parameter can be set, and its announced default is what holds without', () => {
    const values: Readonly<Record<string, object>> = {
      image: { string: 'i:1' },
      'image-mirror': { map: { 'nvcr.io': 'm.example.com/nvcr' } },
      target: { string: '1.5' },
      'gpu-sku': { string: 'l40s' },
      'total-gpus': { string: '8' },
      'num-gpus-per-node': { string: '4' },
      'vram-mb': { string: '81559' },
      'router-mode': { string: 'kv' },
      'kv-events': { string: 'exact' },
      emit: { string: 'workloads' },
      'model-config': { map: { 'a/b': 'm' } },
      'model-like': { map: { 'c/d': 'e/f' } },
      support: { string: 'assumed' },
      'serving-mode': { string: 'agg' },
      'memory-headroom': { string: '10%' },
      strict: { string: 'true' },
      frozen: { string: 'true' },
      'allow-empty': { string: 'true' },
    };
    const announced = announceParameters();
    expect(announced.map(({ name }) => name)).toEqual(Object.keys(values));
    const said = (...entries: readonly object[]) => {
      const { layer, allowsEmpty } = parseParameters(parameters(...entries));
      return { settings: resolveLayers([layer]).settings, allowsEmpty };
    };
    expect(said(...announced.map(({ name }) => ({ name, ...values[name] })))).toEqual({
      settings: {
        image: 'i:1',
        imageMirrors: [{ source: 'nvcr.io', mirror: 'm.example.com/nvcr' }],
        target: '1.5',
        hardware: { gpuSku: 'l40s', totalGpus: 8, numGpusPerNode: 4, vramMb: 81559 },
        routing: { mode: 'kv', kvEvents: 'exact' },
        support: 'assumed',
        servingMode: 'agg',
        memoryHeadroom: '10%',
        fluxSubstitute: 'enabled',
        emit: 'workloads',
        workloads: WORKLOAD_FALLBACKS,
        models: [{ id: 'a/b', config: 'm' }],
        modelLikes: [{ id: 'c/d', like: 'e/f' }],
        strict: true,
        frozen: true,
        keepRequests: true,
        compat: 'ours',
      },
      allowsEmpty: true,
    });
    const defaults = announced.flatMap(({ name, string }) => (string === undefined ? [] : [{ name, string }]));
    expect(said(...defaults)).toEqual(said());
  });

  test('the namespace of the application is that of plain workloads', () => {
    expect(parseParameters({ ARGOCD_APP_NAMESPACE: 'team' }).layer.settings.workloads).toEqual({ namespace: 'team' });
    expect(parseParameters({ ARGOCD_APP_NAMESPACE: '' }).layer.settings.workloads).toBeUndefined();
  });

  test.each([
    [{ PARAM_IMAGE: 'p', ARGOCD_ENV_IMAGE: 'e' }, 'p'],
    [{ PARAM_IMAGE: '', ARGOCD_ENV_IMAGE: 'e' }, 'e'],
    [{ ...parameters({ name: 'image', string: 'j' }), PARAM_IMAGE: 'p' }, 'j'],
    [{ ...parameters({ name: 'image', string: '' }), ARGOCD_ENV_IMAGE: 'e' }, 'e'],
    [{ ARGOCD_APP_PARAMETERS: 'null' }, undefined],
  ])('%j sets the image %s', (env, image) => {
    expect(parseParameters(env).layer.settings.image).toBe(image);
  });

  test.each([
    [{ ARGOCD_APP_PARAMETERS: '[' }, 'the text is no JSON'],
    [{ ARGOCD_APP_PARAMETERS: '{}' }, 'a list of parameters was expected'],
    [{ PARAM_TARGET: 'new' }, 'a release such as 1.3 was expected'],
    [{ PARAM_STRICT: 'yes' }, 'parameters[strict]: one of true, false was expected, not "yes"'],
    [
      parameters({ name: 'model-config', string: 'a' }),
      'parameters[model-config]: a mapping of fields was expected, not "a"',
    ],
  ])('%j is refused', async (env, says) => {
    const { code, stdout, stderr } = await generate({ 'q.yaml': request('q') }, env);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(says);
  });

  test('all that is wrong is said at once', () => {
    const env = { ...parameters({ name: 'x', string: 'y' }), PARAM_TARGET: 'new' };
    expect(() => parseParameters(env)).toThrow(RenderErrors);
    expect(() => parseParameters(env)).toThrow(/release such as 1\.3.*no such parameter|no such parameter.*release/);
  });
});

test.each(['init', 'generate', 'discover', 'parameters'])('argocd %s takes no arguments', async (command) => {
  expect(await run(['argocd', command, 'x'])).toMatchObject({ code: 2, stdout: '' });
  expect((await run(['argocd', command, '--help'])).stdout).toContain(`usage: dgdr-render argocd ${command}\n`);
});
