import { describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { type JsonObject, updateIn } from '../../src/json.ts';
import type { GraphVersion } from '../../src/releases.ts';
import { BASE, type Edit, edit } from '../dgd/rules-support.ts';
import { type Run, request, run } from './harness.ts';

type Documents = readonly (JsonObject | string)[];

const streamOf = (documents: Documents): string =>
  documents.map((one) => `---\n${typeof one === 'string' ? one : stringify(one)}`).join('');
const check = (documents: Documents, ...argv: string[]): Promise<Run> =>
  run(['check', '-', ...argv], { stdin: streamOf(documents) });
/** The text with `<words>` put as the number of the last line that has them. */
const withLines = (text: string, documents: Documents): string => {
  const lines = streamOf(documents).split('\n');
  return text.replace(/<(.+?)>/g, (_, words) => String(lines.findLastIndex((line) => line.includes(words)) + 1));
};

const LABELS = { 'dgdr.nvidia.com/name': 'chat' };
/** A graph of a rendered request, with changes. */
const graphOf = (version: GraphVersion, ...edits: readonly Edit[]): JsonObject =>
  edit(BASE[version], version, [[['metadata'], { name: 'chat-dgd', labels: LABELS }], ...edits]);
const beta = (...edits: readonly Edit[]): JsonObject => graphOf('v1beta1', ...edits);
const beside = (kind: string, name: string, labels: JsonObject = LABELS): JsonObject => ({
  apiVersion: 'v1',
  kind,
  metadata: { name, labels },
});
const named = (object: JsonObject, name: string): JsonObject => updateIn(object, ['metadata', 'name'], () => name);
const volumes = (...sources: readonly JsonObject[]): Edit => [
  ['$pod', 'volumes'],
  sources.map((source, index) => ({ name: `v${index}`, ...source })),
];
/** A worker that starts vLLM. */
const started = (...args: readonly string[]): readonly Edit[] => [
  [
    ['$main', 'command'],
    ['python3', '-m', 'dynamo.vllm'],
  ],
  [['$main', 'args'], [...args]],
];
const CONFIG = 'planner-config-0123abcd';
const configMap = (name: string): JsonObject => ({ configMap: { name } });
const claim = (claimName: string): JsonObject => ({ persistentVolumeClaim: { claimName } });

describe('check -', () => {
  test('says how many graphs can be applied, of either version and in a List', async () => {
    const list = { apiVersion: 'v1', kind: 'List', items: [named(beta(), 'other')] };
    const service = { apiVersion: 'v1', kind: 'Service', metadata: { name: 'x' } };
    const { code, stdout, stderr } = await check([graphOf('v1alpha1'), service, list, '{{ foreign: [\n']);
    expect({ code, stdout, stderr }).toEqual({ code: 0, stdout: '', stderr: '2 graphs can be applied\n' });
  });

  const LONG = 'a'.repeat(40);
  const CASES: readonly (readonly [title: string, stream: Documents, says: string])[] = [
    [
      'a graph that the API server refuses, at its line of the stream',
      [beside('ConfigMap', 'x'), beta([['$worker', 'replicas'], -1])],
      'error ADMISSION_REFUSED stdin:<replicas: -1> spec.components[1].replicas: replicas is -1, wanted at least 0\n',
    ],
    [
      'a field that the API server drops',
      [beta([['$worker', 'replica'], 1])],
      'warning ADMISSION_AT_RISK stdin:<replica: 1> spec.components[1].replica: there is no field "replica"; the API server drops it\n',
    ],
    [
      "a graph that the webhook refuses in the release of the graph's image",
      [beta([['$main', 'image'], 'a:mine'])],
      'error ADMISSION_REFUSED stdin:<name: worker> spec.components[1].runtimeVersionOverride: the tag of "a:mine" is no version',
    ],
    [
      'a name that a prefix made too long for its services',
      [named(graphOf('v1alpha1'), LONG)],
      `error NAME_TOO_LONG stdin:<name: aaa> metadata.name: the graph's name "${LONG}" and a service's name together exceed 45 characters: Frontend (40 + 8), worker (40 + 6)\n` +
        '  hint: shorten the name, or the prefix or suffix it was built with, to at most 37 characters\n',
    ],
    [
      'a name at risk where a service spans nodes',
      [named(beta([['$worker', 'multinode'], { nodeCount: 2 }]), 'a'.repeat(30))],
      'warning NAME_LONG stdin:<name: aaa> metadata.name: worker spans nodes, for which the operator with Grove allows graph names of 29 characters;',
    ],
    [
      'a graph whose release is not known',
      [edit(graphOf('v1alpha1'), 'v1alpha1', [[['spec', 'services'], { Frontend: {} }]])],
      'warning TARGET_ASSUMED stdin:<spec:> spec: no image tells the Dynamo release of the graph; 1.3 is assumed\n',
    ],
    [
      'two versions of one graph',
      [graphOf('v1alpha1'), beta()],
      'error OBJECT_DUPLICATE stdin:<name: chat-dgd> metadata.name: DynamoGraphDeployment chat-dgd stands in the stream already, at line 2\n',
    ],
    [
      'a request that nobody rendered',
      [request('chat'), named(beta([['metadata', 'labels'], {}]), 'x')],
      'error REQUEST_LEFT stdin:<DeploymentRequest> kind: the request is not rendered\n',
    ],
    [
      'a request beside the graph rendered from it',
      [request('chat'), beta()],
      'error REQUEST_EMITTED stdin:<DeploymentRequest> kind: the request stands beside the graph chat-dgd that is rendered from it, and the operator would render it again\n',
    ],
    [
      "a planner's ConfigMap that a prefix renamed, and the volume not",
      [beside('ConfigMap', `pre-${CONFIG}`), beta(volumes(configMap(CONFIG)))],
      `error REFERENCE_DANGLING stdin:<    name: planner-config> spec.components[1].podTemplate.spec.volumes[0].configMap.name: ConfigMap ${CONFIG} is mounted, which the stream has as pre-${CONFIG}\n` +
        '  hint: list names.yaml of plugin/kustomize under configurations: of the kustomization that renames it\n',
    ],
    [
      "a planner's ConfigMap that is not there at all",
      [beta(volumes(configMap(CONFIG)))],
      `ConfigMap ${CONFIG} is mounted, which is not in the stream\n`,
    ],
    [
      'a claim that a suffix renamed',
      [beside('PersistentVolumeClaim', 'cache-x'), beta(volumes(claim('cache')))],
      'PersistentVolumeClaim cache is mounted, which the stream has as cache-x\n',
    ],
    [
      'a compilation cache whose claim was renamed',
      [beside('PersistentVolumeClaim', 'pre-cache'), beta([['$worker', 'compilationCache'], { pvcName: 'cache' }])],
      'error REFERENCE_DANGLING stdin:<pvcName> spec.components[1].compilationCache.pvcName: ',
    ],
    [
      "a planner's ConfigMap of an older graph, in v1alpha1",
      [graphOf('v1alpha1', volumes(configMap(CONFIG)))],
      'error REFERENCE_DANGLING stdin:<    name: planner-config> spec.services.worker.extraPodSpec.volumes[0].configMap.name: ',
    ],
    [
      'a worker that a patch left with other GPUs than its arguments want',
      [beta(...started('--tensor-parallel-size', '2', '--model', 'a/b'))],
      'warning GPUS_MISMATCH stdin:<nvidia.com/gpu> spec.components[1].podTemplate.spec.containers[0].resources.limits.nvidia.com/gpu: worker has 1 GPU a replica, but its arguments start an engine on 2 GPUs\n',
    ],
    [
      'a worker whose model a patch took away',
      [beta(...started('--max-num-seqs', '1'))],
      'warning MODEL_FLAG_MISSING stdin:<args:> spec.components[1].podTemplate.spec.containers[0].args: the arguments of worker name no model to serve\n',
    ],
    [
      'an annotation that tells of other workers',
      [
        beta([
          ['metadata', 'annotations', 'dgdr-render.dev/profile'],
          'agg 4x tp1, ttft 1 ms, itl 1 ms, 1 tokens/s/GPU',
        ]),
      ],
      'warning PROFILE_OUTDATED stdin:<dgdr-render.dev/profile> metadata.annotations.dgdr-render.dev/profile: the annotation says agg 4x tp1, but the graph has agg 2x tp1\n',
    ],
    [
      'an annotation of another serving mode',
      [
        beta([
          ['metadata', 'annotations', 'dgdr-render.dev/profile'],
          'disagg 1x prefill tp1 + 1x decode tp1, overridden',
        ]),
      ],
      'warning PROFILE_OUTDATED stdin:<dgdr-render.dev/profile> metadata.annotations.dgdr-render.dev/profile: the annotation says disagg 1x prefill tp1 + 1x decode tp1, but the graph has other workers\n',
    ],
    ['no graph at all', [beside('ConfigMap', 'x')], 'error NO_REQUESTS: no DynamoGraphDeployment on stdin\n'],
    ['an empty build', [], 'error NO_REQUESTS: no DynamoGraphDeployment on stdin\n'],
    ['a broken document of ours', ['kind: DynamoGraphDeployment\na: [\n'], 'error YAML_INVALID stdin:'],
  ];

  test.each(CASES)('finds %s', async (_title, stream, says) => {
    const { code, stdout, stderr } = await check(stream);
    expect(stderr).toContain(withLines(says, stream));
    expect({ code, stdout }).toEqual({ code: /^warning/.test(says) ? 0 : 1, stdout: '' });
    expect(await check(stream, '--strict')).toMatchObject({ code: 1 });
  });

  const FINE: readonly (readonly [title: string, stream: Documents])[] = [
    ['objects of others that volumes name', [beta(volumes(configMap('settings'), claim('models')))]],
    [
      'objects that were renamed together with their volumes',
      [beside('ConfigMap', `pre-${CONFIG}`), beta(volumes(configMap(`pre-${CONFIG}`)))],
    ],
    [
      'a request that is marked for tools only',
      [
        request('chat').replace(
          'metadata:\n',
          'metadata:\n  annotations: {config.kubernetes.io/local-config: "true"}\n',
        ),
        beta(),
      ],
    ],
    ['graphs of one name in two namespaces', [beta(), beta([['metadata', 'namespace'], 'x'])]],
  ];

  test.each(FINE)('lets pass: %s', async (_title, stream) => {
    expect(await check(stream, '--strict')).toMatchObject({ code: 0 });
  });

  test('the release is that of --target, where it is given', async () => {
    const adapter: Edit = [['$worker', 'minAvailable'], 1];
    expect((await check([graphOf('v1alpha1', adapter)], '--target', '1.2')).stderr).toContain('minAvailable');
    expect((await check([graphOf('v1alpha1', adapter)], '--target', '1.3')).code).toBe(0);
    expect(await check([beta()], '--target', '1.1')).toMatchObject({ code: 1 });
  });

  test('findings are in the order of the stream, and of any format', async () => {
    const stream = [request('b'), named(beta([['$worker', 'replicas'], -1]), 'x'), request('a')];
    const { stderr } = await check(stream, '--report', 'json');
    const lines = (JSON.parse(stderr) as { line: number }[]).map(({ line }) => line);
    expect(lines).toEqual([...lines].sort((a, b) => a - b));
    expect(lines.length).toBe(3);
  });

  test.each([
    [['q.yaml'], '- (stdin) cannot be combined with other paths'],
    [['--output-dir', 'x'], '--output-dir has no effect on what is built already (-)'],
    [['--image', 'x'], '--image has no effect on what is built already (-)'],
    [['--model-config', 'a=b'], '--model-config has no effect on what is built already (-)'],
  ])('%j beside - is a wrong call', async (argv, says) => {
    const { code, stderr } = await check([beta()], ...argv);
    expect({ code, said: stderr.includes(says) }).toEqual({ code: 2, said: true });
  });

  test('nothing is fine where --allow-empty says so', async () => {
    expect(await check([], '--allow-empty')).toMatchObject({ code: 0, stderr: '0 graphs can be applied\n' });
  });
});

describe('check - of plain workloads', () => {
  const plain = async (name: string, ...argv: readonly string[]): Promise<string> => {
    const main = "{mainContainer: {image: 'i:1.3.1', command: [python3, -m, dynamo.vllm], args: [--model, m]}}";
    const services = `{Frontend: {componentType: frontend, extraPodSpec: ${main}}, Worker: {componentType: worker, multinode: {nodeCount: 2}, extraPodSpec: ${main}}}`;
    const graph = `apiVersion: nvidia.com/v1alpha1\nkind: DynamoGraphDeployment\nmetadata: {name: ${name}}\nspec: {services: ${services}}\n`;
    return (await run(['workloads', '-', ...argv], { stdin: graph })).stdout;
  };
  const TEAM = ['--workloads-namespace', 'team'];

  test('counts the graphs that they were made of', async () => {
    const stdin = [await plain('chat', ...TEAM), await plain('talk', ...TEAM)].join('---\n');
    expect(await run(['check', '-'], { stdin })).toEqual({ code: 0, stdout: '', stderr: '2 graphs can be applied\n' });
  });

  test('warns of a RoleBinding without a namespace', async () => {
    const { stderr } = await run(['check', '-'], { stdin: await plain('chat') });
    expect(stderr).toMatch(/^warning NAMESPACE_UNKNOWN stdin:\d+ subjects: /);
  });

  test('warns of graphs that see each other', async () => {
    const stdin = [await plain('chat', ...TEAM), await plain('chat-2', ...TEAM)].join('---\n');
    const { stderr } = await run(['check', '-'], { stdin });
    expect(stderr.match(/GRAPHS_SEE_EACH_OTHER .* of the graph chat also .* workers of chat-2/g)).toHaveLength(1);
  });

  test('finds the account that a prefix took away from the pods of a LeaderWorkerSet', async () => {
    const built = (await plain('chat', ...TEAM)).replace(/^( {2}name: )(chat-k8s-service-discovery\n)/gm, '$1dev-$2');
    const { code, stderr } = await run(['check', '-'], { stdin: built });
    expect(code).toBe(1);
    expect(stderr).toContain('pods have the account chat-k8s-service-discovery, which the stream has as dev-chat-k8s');
  });
});
