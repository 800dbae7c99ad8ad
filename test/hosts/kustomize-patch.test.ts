import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { graphServices, mapServices, updateMainContainer } from '../../src/dgd/services.ts';
import type { Json, JsonObject } from '../../src/json.ts';
import type { GraphVersion } from '../../src/releases.ts';
import { DGDR_RENDER } from './argocd.ts';
import { wantHost, withoutNotes } from './host.ts';
import { type Build, EXAMPLES, Sandbox } from './kustomize.ts';
import { KEPT, MERGED_KINDS } from './merged-kinds.ts';

const kustomize = wantHost('kustomize');

const OPENAPI = readFileSync(join(EXAMPLES, 'dgd-openapi.json'), 'utf8');
const RENDER = readFileSync(join(EXAMPLES, 'transformer/render.yaml'), 'utf8');
const REQUEST = readFileSync(join(EXAMPLES, 'own-generator/qwen3-32b.yaml'), 'utf8');
const NAME = 'qwen3-32b-dgd';
const SCHEMA = { openapi: { path: 'dgd-openapi.json' } };
const RELEASES: Readonly<Record<GraphVersion, string>> = { v1alpha1: '1.3.1', v1beta1: '1.5.0' };
const VERSIONS = ['v1alpha1', 'v1beta1'] as const;

/** With a claim and a planner, so that patches meet lists with entries. */
const requestFor = (version: GraphVersion): string =>
  `${REQUEST.replace('planner:1.3.1', `planner:${RELEASES[version]}`).replace('itl: 30', 'itl: 300')}  modelCache: {pvcName: models}\n  features: {planner: {}}\n`;

const strategic = (version: GraphVersion, spec: JsonObject): JsonObject => ({
  patch: stringify({
    apiVersion: `nvidia.com/${version}`,
    kind: 'DynamoGraphDeployment',
    metadata: { name: NAME },
    spec,
  }),
});
const json6902 = (operations: readonly JsonObject[]): JsonObject => ({
  patch: JSON.stringify(operations),
  target: { kind: 'DynamoGraphDeployment' },
});

/** A component with entries for its main container and pod. */
const component = (name: string, container: JsonObject, pod: JsonObject = {}): JsonObject => ({
  name,
  podTemplate: { spec: { ...pod, containers: [{ name: 'main', ...container }] } },
});
const list = (value: Json | undefined): Json[] => (Array.isArray(value) ? value : []);
const debug = { name: 'LOG', value: 'debug' };
const random = { name: 'DYN_ROUTER_MODE', value: 'random' };
const fromMap = { name: 'DYN_ROUTER_MODE', valueFrom: { configMapKeyRef: { name: 'settings', key: 'mode' } } };
const cache = { name: 'cache', persistentVolumeClaim: { claimName: 'cache' } };

type Row = readonly [
  title: string,
  version: GraphVersion,
  spec: JsonObject,
  service: string,
  /** The service, or its main container, as it is wanted from what it was. */
  wanted:
    | { readonly service: (before: JsonObject) => JsonObject }
    | { readonly main: (before: JsonObject) => JsonObject },
];

/** Strategic merge patches of one service; all others have to stay as they are. */
const ROWS: readonly Row[] = [
  [
    'replicas',
    'v1beta1',
    { components: [{ name: 'VllmDecodeWorker', replicas: 3 }] },
    'VllmDecodeWorker',
    { service: (before) => ({ ...before, replicas: 3 }) },
  ],
  [
    'replicas',
    'v1alpha1',
    { services: { VllmDecodeWorker: { replicas: 3 } } },
    'VllmDecodeWorker',
    { service: (before) => ({ ...before, replicas: 3 }) },
  ],
  [
    'a new variable, before the others',
    'v1beta1',
    { components: [component('Frontend', { env: [debug] })] },
    'Frontend',
    { main: (before) => ({ ...before, env: [debug, ...list(before.env)] }) },
  ],
  [
    'a new variable, before the others',
    'v1alpha1',
    { services: { Frontend: { extraPodSpec: { mainContainer: { env: [debug] } } } } },
    'Frontend',
    { main: (before) => ({ ...before, env: [debug, ...list(before.env)] }) },
  ],
  [
    'a variable that is there',
    'v1beta1',
    { components: [component('Frontend', { env: [random] })] },
    'Frontend',
    { main: (before) => ({ ...before, env: [random, ...list(before.env).slice(1)] }) },
  ],
  [
    'a variable of envs',
    'v1alpha1',
    { services: { Frontend: { envs: [random] } } },
    'Frontend',
    { service: (before) => ({ ...before, envs: [random] }) },
  ],
  [
    'where a variable comes from, with a null for its value, which it would keep otherwise',
    'v1beta1',
    { components: [component('Frontend', { env: [{ ...fromMap, value: null }] })] },
    'Frontend',
    { main: (before) => ({ ...before, env: [fromMap, ...list(before.env).slice(1)] }) },
  ],
  [
    'a variable away, with $patch: delete',
    'v1beta1',
    { components: [component('Frontend', { env: [{ name: 'DYN_ROUTER_MODE', $patch: 'delete' }] })] },
    'Frontend',
    { main: (before) => ({ ...before, env: list(before.env).slice(1) }) },
  ],
  [
    'a volume and its mount',
    'v1beta1',
    {
      components: [
        component('VllmDecodeWorker', { volumeMounts: [{ name: 'cache', mountPath: '/cache' }] }, { volumes: [cache] }),
      ],
    },
    'VllmDecodeWorker',
    {
      service: (before) => {
        const { podTemplate } = before as { podTemplate: { spec: { volumes: Json[]; containers: JsonObject[] } } };
        const [container = {}] = podTemplate.spec.containers;
        const volumeMounts = [{ name: 'cache', mountPath: '/cache' }, ...list(container.volumeMounts)];
        const volumes = [cache, ...podTemplate.spec.volumes];
        return { ...before, podTemplate: { spec: { volumes, containers: [{ ...container, volumeMounts }] } } };
      },
    },
  ],
  [
    'the image and resources of the main container by its name',
    'v1beta1',
    { components: [component('VllmDecodeWorker', { image: 'x:1', resources: { limits: { memory: '8Gi' } } })] },
    'VllmDecodeWorker',
    {
      main: (before) => {
        const { limits, requests } = before.resources as { limits: JsonObject; requests: JsonObject };
        return { ...before, image: 'x:1', resources: { limits: { ...limits, memory: '8Gi' }, requests } };
      },
    },
  ],
  [
    'arguments as a whole',
    'v1beta1',
    { components: [component('VllmDecodeWorker', { args: ['--model', 'a/b'] })] },
    'VllmDecodeWorker',
    { main: (before) => ({ ...before, args: ['--model', 'a/b'] }) },
  ],
  [
    'mounts of v1alpha1 as a whole, since one claim may be mounted twice',
    'v1alpha1',
    { services: { Frontend: { volumeMounts: [{ name: 'models', mountPoint: '/a' }] } } },
    'Frontend',
    { service: (before) => ({ ...before, volumeMounts: [{ name: 'models', mountPoint: '/a' }] }) },
  ],
];

describe.skipIf(kustomize === undefined)('patches of graphs in kustomize v5.7.1', () => {
  const sandbox = new Sandbox(kustomize ?? '');
  afterAll(() => sandbox.remove());

  const rendered: Record<string, string> = {};
  beforeAll(() => {
    for (const version of VERSIONS) {
      sandbox.write({
        [`${version}/kustomization.yaml`]: stringify({ generators: ['q.yaml'] }),
        [`${version}/q.yaml`]: requestFor(version),
      });
      rendered[version] = sandbox.build(version).stdout;
    }
  });

  /** Builds resources with patches beside them; the schema is there to be named. */
  const build = (resources: string, lines: JsonObject): Build => {
    sandbox.write({
      'p/kustomization.yaml': stringify({ resources: ['resources.yaml'], ...lines }),
      'p/resources.yaml': resources,
      'p/dgd-openapi.json': OPENAPI,
    });
    return sandbox.build('p', []);
  };
  const patched = (version: GraphVersion, patches: readonly JsonObject[], lines: JsonObject = SCHEMA): Build =>
    build(rendered[version] ?? '', { ...lines, patches: [...patches] });
  const graphOf = ({ objects, stderr }: Build): JsonObject => {
    expect(withoutNotes(stderr)).toBe('');
    return objects.find(({ kind }) => kind === 'DynamoGraphDeployment') ?? {};
  };
  const byName = (graph: JsonObject): JsonObject =>
    Object.fromEntries(graphServices(graph).map(({ name, object }) => [name, object]));

  test('without the schema a patch of one component takes the place of all', () => {
    const components = [{ name: 'VllmDecodeWorker', replicas: 3 }];
    const graph = graphOf(patched('v1beta1', [strategic('v1beta1', { components })], {}));
    expect(graph.spec).toEqual({ components });
  });

  test.each(ROWS)('a patch changes %s (%s)', (_title, version, spec, service, wanted) => {
    const before = graphOf(patched(version, []));
    const after = graphOf(patched(version, [strategic(version, spec)]));
    const expected =
      'main' in wanted
        ? updateMainContainer(before, service, wanted.main)
        : mapServices(before, (one) => (one.name === service ? wanted.service(one.object) : one.object));
    expect(byName(after)).toEqual(byName(expected));
    expect(after).not.toEqual(before);
  });

  const WITHOUT_PLANNER: Readonly<Record<GraphVersion, JsonObject>> = {
    v1alpha1: { services: { Planner: null } },
    v1beta1: { components: [{ name: 'Planner', $patch: 'delete' }] },
  };

  test.each(VERSIONS)('a patch takes a component away (%s)', (version) => {
    const { Planner: gone, ...others } = byName(graphOf(patched(version, [])));
    expect(gone).toBeDefined();
    expect(byName(graphOf(patched(version, [strategic(version, WITHOUT_PLANNER[version])])))).toEqual(others);
  });

  test('a component that is patched comes first, and the others keep their order', () => {
    const spec = { components: [{ name: 'VllmPrefillWorker', replicas: 3 }] };
    const names = (graph: JsonObject): string[] => graphServices(graph).map(({ name }) => name);
    const before = names(graphOf(patched('v1beta1', [])));
    const others = before.filter((name) => name !== 'VllmPrefillWorker');
    expect(names(graphOf(patched('v1beta1', [strategic('v1beta1', spec)])))).toEqual(['VllmPrefillWorker', ...others]);
  });

  test.each(VERSIONS)('a patch of the replicas alone loses nothing else (%s)', (version) => {
    const mounts = ['/a', '/b'].map((path) => ({ name: 'models', mountPath: path, mountPoint: path }));
    const ports = ['TCP', 'UDP'].map((protocol) => ({ containerPort: 80, protocol }));
    const before = updateMainContainer(
      mapServices(graphOf(patched(version, [])), ({ object }) => ({ ...object, volumeMounts: mounts })),
      'Frontend',
      (container) => ({ ...container, ports: [...ports, { containerPort: 81 }], volumeMounts: mounts }),
    );
    const one = { name: 'Frontend', replicas: 2 };
    const spec: JsonObject =
      version === 'v1beta1' ? { components: [one] } : { services: { Frontend: { replicas: 2 } } };
    const after = graphOf(build(stringify(before), { ...SCHEMA, patches: [strategic(version, spec)] }));
    const wanted = mapServices(before, ({ name, object }) =>
      name === 'Frontend' ? { ...object, replicas: 2 } : object,
    );
    expect(byName(after)).toEqual(byName(wanted));
  });

  test('lists of the kinds of Kubernetes merge as they do without the schema', () => {
    const stream = MERGED_KINDS.map(({ resource }) => `---\n${stringify(resource)}`).join('');
    const patches = MERGED_KINDS.map(({ patch }) => ({ patch: stringify(patch) }));
    const without = build(stream, { patches });
    const kept = (text: string): number => text.split(KEPT).length;
    expect(withoutNotes(without.stderr)).toBe('');
    expect(kept(without.stdout)).toBe(kept(stream));
    expect(build(stream, { ...SCHEMA, patches }).stdout).toBe(without.stdout);
  });

  describe('what a patch meets', () => {
    const one = { name: 'VllmDecodeWorker', replicas: 3 };
    const patches = [strategic('v1beta1', { components: [one] })];
    const write = (folder: string, lines: JsonObject): void =>
      sandbox.write({
        [`${folder}/kustomization.yaml`]: stringify(lines),
        [`${folder}/q.yaml`]: requestFor('v1beta1'),
        [`${folder}/plain.yaml`]: requestFor('v1beta1').replace(
          / {4}config\.kubernetes\.io\/function[\s\S]*?function\n/,
          '',
        ),
        [`${folder}/render.yaml`]: RENDER,
        [`${folder}/patch.yaml`]: stringify({
          apiVersion: 'builtin',
          kind: 'PatchTransformer',
          metadata: { name: 'graph' },
          ...patches[0],
        }),
        [`${folder}/dgd-openapi.json`]: OPENAPI,
      });
    const replicas = (folder: string): Json | undefined =>
      graphServices(graphOf(sandbox.build(folder))).find(({ name }) => name === one.name)?.object.replicas;

    test('beside a generator: the graph', () => {
      write('generated', { ...SCHEMA, generators: ['q.yaml'], patches });
      expect(replicas('generated')).toBe(3);
    });

    test('beside the function as a transformer: the request, so that no graph is found', () => {
      write('early', { ...SCHEMA, resources: ['plain.yaml'], transformers: ['render.yaml'], patches });
      expect(sandbox.build('early')).toMatchObject({ status: 1, stdout: '' });
      expect(sandbox.build('early').stderr).toContain('no resource matches strategic merge patch');
    });

    test('as a transformer after the function: the graph', () => {
      write('late', { ...SCHEMA, resources: ['plain.yaml'], transformers: ['render.yaml', 'patch.yaml'] });
      expect(replicas('late')).toBe(3);
    });

    test('in an overlay: the graph of its base', () => {
      write('base', { resources: ['plain.yaml'], transformers: ['render.yaml'] });
      write('overlay', { ...SCHEMA, resources: ['../base'], patches });
      expect(replicas('overlay')).toBe(3);
    });

    test('the schema of a base holds for an overlay that names none', () => {
      write('named', { ...SCHEMA, generators: ['q.yaml'] });
      write('nameless', { resources: ['../named'], patches });
      expect(replicas('nameless')).toBe(3);
    });
  });

  describe('JSON 6902 patches need no schema', () => {
    test('of a service by its name, and arguments appended, in v1alpha1', () => {
      const at = '/spec/services/VllmDecodeWorker';
      const operations = [
        { op: 'replace', path: `${at}/replicas`, value: 3 },
        { op: 'add', path: `${at}/extraPodSpec/mainContainer/args/-`, value: '--enable-metrics' },
      ];
      const before = graphOf(patched('v1alpha1', []));
      const after = graphOf(patched('v1alpha1', [json6902(operations)], {}));
      const changed = updateMainContainer(before, 'VllmDecodeWorker', (container) => ({
        ...container,
        args: [...list(container.args), '--enable-metrics'],
      }));
      const wanted = mapServices(changed, ({ name, object }) =>
        name === 'VllmDecodeWorker' ? { ...object, replicas: 3 } : object,
      );
      expect(after).toEqual(wanted);
    });

    const at = (index: number): JsonObject[] => [
      { op: 'test', path: `/spec/components/${index}/name`, value: 'VllmDecodeWorker' },
      { op: 'replace', path: `/spec/components/${index}/replicas`, value: 3 },
    ];

    test('of a component by its position, with a test of its name, in v1beta1', () => {
      const after = graphOf(patched('v1beta1', [json6902(at(1))], {}));
      expect(graphServices(after)[1]).toMatchObject({ name: 'VllmDecodeWorker', object: { replicas: 3 } });
    });

    test('a position that is no longer right fails the build instead of changing another component', () => {
      expect(patched('v1beta1', [json6902(at(2))], {})).toMatchObject({ status: 1, stdout: '' });
    });
  });
});

describe.skipIf(kustomize === undefined)('PATCHING.md', () => {
  const sandbox = new Sandbox(kustomize ?? '');
  afterAll(() => sandbox.remove());
  const text = readFileSync(join(EXAMPLES, 'PATCHING.md'), 'utf8');
  const blocks = [...text.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].map(([, language, body = '']) => ({
    language,
    body,
  }));
  const files = blocks.flatMap(({ body }) => {
    const [, name] = /^# (chat\/\S+)\n/.exec(body) ?? [];
    return name === undefined ? [] : [[name, body] as const];
  });
  const [merged = '', replaced = '', , dangling = '', fine = ''] = blocks
    .filter(({ language }) => language === 'text')
    .map(({ body }) => body);

  test('shows what kustomize prints, with the schema and without', () => {
    sandbox.write({
      ...Object.fromEntries(files),
      'chat/qwen3-32b.yaml': REQUEST.replace('planner:1.3.1', 'planner:1.5.0'),
      'chat/dgd-openapi.json': OPENAPI,
    });
    const parts = merged.split(/^ +\.\.\.\n/m);
    const { stdout } = sandbox.build('chat');
    const found = parts.reduce((at, part) => (at < 0 ? at : stdout.indexOf(part, at)), 0);
    expect({ parts: parts.length, isFound: found >= 0 }).toEqual({ parts: 4, isFound: true });
    sandbox.write({
      'chat/kustomization.yaml':
        Object.fromEntries(files)['chat/kustomization.yaml']?.replace(/openapi:\n.*\n/, '') ?? '',
    });
    expect(sandbox.build('chat').stdout.endsWith(replaced)).toBe(true);
  });

  /** What `dgdr-render check -` says of a build. */
  const check = ({ stdout: input, stderr }: Build): { code: number | null; says: string } => {
    expect(withoutNotes(stderr)).toBe('');
    const { status, stderr: says } = spawnSync(DGDR_RENDER, ['check', '-'], { input, encoding: 'utf8' });
    return { code: status, says };
  };
  const prefixed = (namePrefix: string, lines: JsonObject = {}, flags?: readonly string[]): Build => {
    sandbox.write({
      'team/kustomization.yaml': stringify({ namePrefix, generators: ['q.yaml'], ...lines }),
      'team/q.yaml': `${requestFor('v1beta1').replace('  modelCache: {pvcName: models}\n', '')}`,
      'team/names.yaml': readFileSync(join(EXAMPLES, 'names.yaml'), 'utf8'),
    });
    return sandbox.build('team', flags);
  };
  const names = { configurations: ['names.yaml'] };

  test('shows what check says of a volume that a prefix left behind, and of one that names.yaml renamed', () => {
    expect(check(prefixed('team-a-'))).toEqual({ code: 1, says: dangling });
    expect(check(prefixed('team-a-', names))).toEqual({ code: 0, says: fine });
  });

  test('check finds a name that a prefix made too long, and an empty build', () => {
    expect(check(prefixed('team-a-inference-production-', names)).says).toMatch(
      /^error NAME_TOO_LONG stdin:\d+ metadata.name: /,
    );
    expect(check(prefixed('team-a-', names, ['--enable-alpha-plugins'])).says).toMatch(/^error NO_REQUESTS: /);
  });

  test('check finds what a patch without the schema did', () => {
    const patches = [strategic('v1beta1', { components: [{ name: 'VllmDecodeWorker', replicas: 3 }] })];
    const { code, says } = check(prefixed('team-a-', { ...names, patches }));
    expect({ code, says }).toEqual({
      code: 1,
      says: expect.stringContaining('main container of VllmDecodeWorker has no image'),
    });
  });

  test('with names.yaml a prefix reaches the claim of a compilation cache', () => {
    const claim = { name: 'cache', create: true, storageClass: 'fast', size: '1Gi', volumeAccessMode: 'ReadWriteMany' };
    const spec = {
      pvcs: [claim],
      services: { VllmDecodeWorker: { volumeMounts: [{ name: 'cache', useAsCompilationCache: true }] } },
    };
    const dgd = { apiVersion: 'nvidia.com/v1alpha1', kind: 'DynamoGraphDeployment', spec };
    sandbox.write({
      'cache/kustomization.yaml': stringify({ namePrefix: 'team-a-', generators: ['q.yaml'], ...names }),
      'cache/q.yaml': `${REQUEST.replace('planner:1.3.1', 'planner:1.5.0')}  overrides: ${JSON.stringify({ dgd })}\n`,
      'cache/names.yaml': readFileSync(join(EXAMPLES, 'names.yaml'), 'utf8'),
    });
    const built = sandbox.build('cache');
    expect(JSON.stringify(built.objects)).toContain('"compilationCache":{"pvcName":"team-a-cache"}');
    expect(check(built)).toEqual({ code: 0, says: fine });
  });
});
