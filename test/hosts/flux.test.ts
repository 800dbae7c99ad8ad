import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { parse, parseAllDocuments, stringify } from 'yaml';
import { graphWith, HEALTH_CASES } from './health-cases.ts';
import { wantHost, withoutNotes } from './host.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const EXAMPLE = join(ROOT, 'fixtures/flux');
const KUSTOMIZATION = 'clusters/production/serving.yaml';
const REQUEST = readFileSync(join(EXAMPLE, 'requests/chat.dgdr.yaml'), 'utf8');
const GRAPH = readFileSync(join(EXAMPLE, 'apps/serving/serving-chat-dgd.yaml'), 'utf8');

const build = wantHost('flux-build');
const health = wantHost('flux-health');
const push = wantHost('flux-push');

const work = mkdtempSync(join(tmpdir(), 'dgdr-flux-'));
afterAll(() => rmSync(work, { recursive: true, force: true }));

interface Call {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

function call(program: string, args: readonly string[], options: { input?: string; cwd?: string } = {}): Call {
  const { status, stdout, stderr, error } = spawnSync(program, args, { encoding: 'utf8', ...options });
  if (error !== undefined) throw error;
  return { code: status, stdout, stderr };
}

const tool = (args: readonly string[], options: { input?: string; cwd?: string }): Call =>
  call(join(ROOT, 'dist/dgdr-render.mjs'), args, options);

/** The example repository without its graphs, with other files in it and other things in the spec of its Kustomization. */
function repository(files: Readonly<Record<string, string>>, spec: object = {}): string {
  const folder = mkdtempSync(join(work, 'repository-'));
  cpSync(EXAMPLE, folder, { recursive: true, filter: (path) => !path.startsWith(join(EXAMPLE, 'apps')) });
  const shipped = parse(readFileSync(join(folder, KUSTOMIZATION), 'utf8'));
  const all = { ...files, [KUSTOMIZATION]: stringify({ ...shipped, spec: { ...shipped.spec, ...spec } }) };
  for (const [name, text] of Object.entries(all)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

/** What Flux would apply of a repository. */
function applied(folder: string) {
  const { code, stdout, stderr } = call(build ?? '', [folder, join(folder, KUSTOMIZATION)]);
  const objects = parseAllDocuments(stdout).map((document) => document.toJS());
  return { code, stderr, objects, kinds: objects.map((object) => object?.kind) };
}

describe('the example repository', () => {
  test('has the graphs that its requests render to', () => {
    // A repository of its own, whose top `dgdr-render.dev/source` is named from.
    const cwd = mkdtempSync(join(tmpdir(), 'dgdr-flux-'));
    cpSync(EXAMPLE, cwd, { recursive: true });
    const { code, stderr } = tool(['check', '--output-dir', 'apps/serving', 'requests'], { cwd });
    expect({ code, stderr: withoutNotes(stderr) }).toEqual({ code: 0, stderr: '1 graph is as rendered\n' });
  });

  test('has the Kustomization that the documentation shows', () => {
    expect(readFileSync(join(ROOT, 'docs/flux.md'), 'utf8')).toContain(
      readFileSync(join(EXAMPLE, KUSTOMIZATION), 'utf8'),
    );
  });
});

describe.skipIf(build === undefined)('what Flux 2.9.5 applies', () => {
  test('of the example: its graph as it was rendered, and no request', () => {
    expect(applied(EXAMPLE)).toMatchObject({ code: 0, stderr: '', objects: [parse(GRAPH)] });
  });

  const BESIDE = { 'apps/serving/chat.dgdr.yaml': REQUEST, 'apps/serving/chat.dgd.yaml': GRAPH };

  test.each([
    ['they stand beside the graphs', BESIDE, ['DynamoGraphDeployment', 'DynamoGraphDeploymentRequest']],
    [
      'they stand beside the graphs and .sourceignore has them',
      { ...BESIDE, '.sourceignore': '*.dgdr.yaml\n' },
      ['DynamoGraphDeployment'],
    ],
    [
      'they are marked local-config',
      {
        ...BESIDE,
        'apps/serving/chat.dgdr.yaml': REQUEST.replace(
          'metadata:\n',
          'metadata:\n  annotations: {config.kubernetes.io/local-config: "true"}\n',
        ),
      },
      ['DynamoGraphDeployment'],
    ],
    [
      'a kustomization lists the graphs alone',
      { ...BESIDE, 'apps/serving/kustomization.yaml': 'resources: [chat.dgd.yaml]\n' },
      ['DynamoGraphDeployment'],
    ],
  ])('of requests where %s', (_, files, kinds) => {
    expect(applied(repository(files))).toMatchObject({ code: 0, kinds });
  });

  test.each([
    ['a generator', 'generators: [graphs.yaml]\n'],
    ['a transformer', 'resources: [chat.dgdr.yaml]\ntransformers: [graphs.yaml]\n'],
  ])('of a kustomization with this tool as %s: nothing, the build fails', (_, kustomization) => {
    const { code, stderr } = applied(
      repository({
        'apps/serving/chat.dgdr.yaml': REQUEST,
        'apps/serving/graphs.yaml': readFileSync(join(ROOT, 'plugin/kustomize/generator/graphs.yaml'), 'utf8'),
        'apps/serving/kustomization.yaml': kustomization,
      }),
    );
    expect(code).toBe(1);
    expect(stderr).toMatch(/^kustomize build failed: .*external plugins disabled/);
  });

  describe('where postBuild substitutes', () => {
    const spec = { postBuild: { substitute: { region: 'eu' } } };
    const value = `/cache/\${region}/\${POD}/$$(NAME)`;
    const services = { Frontend: { envs: [{ name: 'CACHE', value }] } };
    const wish = parse(REQUEST);
    const request = stringify({ ...wish, spec: { ...wish.spec, overrides: { dgd: { spec: { services } } } } });
    const render = (...args: string[]): Call => tool(['render', '-', ...args], { input: request });
    const cacheOf = (graph: string): unknown => {
      const { objects } = applied(repository({ 'apps/serving/chat.dgd.yaml': graph }, spec));
      return objects[0].spec.services.Frontend.envs.find(({ name }: { name: string }) => name === 'CACHE').value;
    };

    test('variables of a graph are lost, which rendering warns about', () => {
      const { stdout, stderr } = render();
      expect(stderr).toContain('warning VARIABLES_AT_RISK stdin:');
      expect(cacheOf(stdout)).toBe('/cache/eu//$(NAME)');
    });

    test('they stay with --flux-substitute disabled', () => {
      const { stdout, stderr } = render('--flux-substitute', 'disabled');
      expect(stderr).not.toContain('VARIABLES_AT_RISK');
      expect(cacheOf(stdout)).toBe(value);
    });

    test('with enabled they are substituted without a warning', () => {
      const { stdout, stderr } = render('--flux-substitute', 'enabled');
      expect(stderr).not.toContain('VARIABLES_AT_RISK');
      expect(cacheOf(stdout)).toBe('/cache/eu//$(NAME)');
    });

    test('the config of the function says the same', () => {
      const config = {
        apiVersion: 'dgdr-render.dev/v1alpha1',
        kind: 'RenderDGDR',
        metadata: { name: 'render' },
        spec: { fluxSubstitute: 'disabled' },
      };
      const list = {
        apiVersion: 'config.kubernetes.io/v1',
        kind: 'ResourceList',
        items: [parse(request)],
        functionConfig: config,
      };
      const { stdout } = tool(['function'], { input: JSON.stringify(list) });
      expect(cacheOf(stringify(parse(stdout).items[1]))).toBe(value);
    });
  });
});

describe.skipIf(health === undefined)('the health expressions in the CEL of Flux 2.9.5', () => {
  const STATUS = { Progressing: 'InProgress', Healthy: 'Current', Degraded: 'Failed' } as const;
  /** Where Flux decides before it looks at an expression. */
  const OWN: Readonly<Record<string, string>> = {
    'is not seen by the operator': 'Unknown',
    'failed at its last change': 'InProgress',
  };
  const statusOf = (input: object) =>
    JSON.parse(call(health ?? '', [join(EXAMPLE, KUSTOMIZATION)], { input: JSON.stringify(input) }).stdout);

  describe.each(['nvidia.com/v1alpha1', 'nvidia.com/v1beta1'])('of %s', (apiVersion) => {
    test.each(HEALTH_CASES)('a graph that $title', ({ title, status, health: wanted }) => {
      expect(statusOf(graphWith(status, apiVersion))).toMatchObject({ status: OWN[title] ?? STATUS[wanted] });
    });
  });

  test('stand once: Flux refuses a second entry for the other version', () => {
    const { spec, ...rest } = parse(readFileSync(join(EXAMPLE, KUSTOMIZATION), 'utf8'));
    const [entry] = spec.healthCheckExprs;
    const healthCheckExprs = [entry, { ...entry, apiVersion: 'nvidia.com/v1alpha1' }];
    const file = join(mkdtempSync(join(work, 'twice-')), 'serving.yaml');
    writeFileSync(file, stringify({ ...rest, spec: { ...spec, healthCheckExprs } }));
    const { code, stderr } = call(health ?? '', [file], { input: '' });
    expect(code).toBe(1);
    expect(stderr).toContain('duplicate custom health check for GroupKind DynamoGraphDeployment.nvidia.com');
  });

  test('evaluate without an error for every status that there is', () => {
    const errors = HEALTH_CASES.flatMap(({ status }) => statusOf(graphWith(status)).error ?? []);
    expect(errors).toEqual([expect.stringContaining('no such attribute(s): status.state')]);
  });
});

describe.skipIf(push === undefined)('an OCI artifact as Flux 2.9.5 pushes it', () => {
  test('holds the graphs, in the media types that OCIRepository reads', () => {
    const folder = join(EXAMPLE, 'apps/serving');
    const target = mkdtempSync(join(work, 'pulled-'));
    const { code, stdout } = call(push ?? '', [folder, target]);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      mediaType: 'application/vnd.oci.image.manifest.v1+json',
      config: { mediaType: 'application/vnd.cncf.flux.config.v1+json' },
      layers: [{ mediaType: 'application/vnd.cncf.flux.content.v1.tar+gzip' }],
    });
    expect(readdirSync(target)).toEqual(readdirSync(folder));
    expect(readFileSync(join(target, 'serving-chat-dgd.yaml'), 'utf8')).toBe(GRAPH);
  });
});
