import { describe, expect, test } from 'vitest';
import type { RequestDefaults } from '../../src/request/settings.ts';
import { brief, makeResource, outcomeOf, requestYaml } from '../support/requests.ts';

interface Case {
  readonly says: string;
  readonly spec?: string;
  readonly head?: string;
  readonly defaults?: RequestDefaults;
  readonly errors: readonly string[];
  readonly message?: RegExp;
  readonly hint?: RegExp;
}

const HARDWARE = 'hardware:\n  gpuSku: h200_sxm\n  totalGpus: 8\n  numGpusPerNode: 8';

const SHAPE: readonly Case[] = [
  {
    says: 'a planner that is said to be off',
    spec: 'features: {planner: {enabled: false, mode: disagg}}',
    errors: ['REQUEST_INVALID spec.features.planner.enabled:7'],
    message: /^enabled is false, but the planner is on because features.planner is there$/,
    hint: /^delete spec.features.planner to turn it off/,
  },
  {
    says: 'a placeholder of a guide in the path of the model',
    spec: 'modelCache: {pvcName: models, pvcModelPath: hub/snapshots/<commit-hash>}',
    errors: ['REQUEST_INVALID spec.modelCache.pvcModelPath:7'],
    message: /"<commit-hash>" stands for something$/,
    hint: /the commit hash of a snapshot/,
  },
  {
    says: 'a placeholder in the name of the claim',
    spec: 'modelCache: {pvcName: <your-claim>, pvcModelPath: a}',
    errors: ['REQUEST_INVALID spec.modelCache.pvcName:7'],
  },
  {
    says: 'the mocker of a v1alpha1 request, which would be lost',
    spec: 'useMocker: true',
    errors: ['REQUEST_INVALID spec.useMocker:7'],
    message: /real workers would be rendered in the place of a mocker$/,
    hint: /^write features.mocker.enabled: true/,
  },
  {
    says: 'a SKU in the wrong case lists the values and suggests the right one',
    spec: HARDWARE.replace('h200_sxm', 'H200_SXM'),
    errors: ['REQUEST_INVALID spec.hardware.gpuSku:8'],
    message: /^gpuSku is "H200_SXM", wanted one of gb200_sxm, b200_sxm, .*rtx_pro_6000_server$/,
    hint: /^write h200_sxm$/,
  },
  {
    says: 'a cut SKU suggests the whole one',
    spec: HARDWARE.replace('h200_sxm', 'h200'),
    errors: ['REQUEST_INVALID spec.hardware.gpuSku:8'],
    hint: /^write h200_sxm$/,
  },
  {
    says: 'an unlike SKU lists the values in its hint',
    spec: HARDWARE.replace('h200_sxm', 'radeon'),
    errors: ['REQUEST_INVALID spec.hardware.gpuSku:8'],
    hint: /^use one of gb200_sxm, /,
  },
  {
    says: 'all wrong fields are reported together and do not count as missing',
    spec: 'backend: VLLM\nhardware:\n  gpuSku: [h200_sxm]\n  totalGpus: 8.5\n  numGpusPerNode: eight\nworkload: {isl: 0, osl: null, concurrency: 0}',
    errors: [
      'REQUEST_INVALID spec.backend:7',
      'REQUEST_INVALID spec.hardware.gpuSku:9',
      'REQUEST_INVALID spec.hardware.totalGpus:10',
      'REQUEST_INVALID spec.hardware.numGpusPerNode:11',
      'REQUEST_INVALID spec.workload.isl:12',
      'REQUEST_INVALID spec.workload.osl:12',
      'REQUEST_INVALID spec.workload.concurrency:12',
    ],
  },
  {
    says: 'shape errors and rules across fields are reported together',
    spec: 'searchStrategy: deep\nsla: {ttft: null}',
    errors: ['REQUEST_INVALID spec.searchStrategy:7', 'SLA_INCOMPLETE spec.sla:8'],
  },
  {
    says: 'a section that is no mapping is one error',
    spec: 'hardware: 8',
    errors: ['REQUEST_INVALID spec.hardware:7'],
  },
  { says: 'a number as model is refused', spec: 'model: 70', errors: ['REQUEST_INVALID spec.model:6'], hint: /quote/ },
  { says: 'a null model is missing', spec: 'model: null', errors: ['REQUEST_INVALID spec.model:6'] },
  { says: 'a blank model is refused', spec: 'model: "  "', errors: ['REQUEST_INVALID spec.model:6'] },
  {
    says: 'a model with a control character is refused',
    spec: 'model: "a\\nb"',
    errors: ['REQUEST_INVALID spec.model:6'],
    message: /wanted a text without control characters$/,
  },
  {
    says: 'what a message shows cannot steer a terminal',
    spec: 'backend: "a\\u009b\\u202eb"',
    errors: ['REQUEST_INVALID spec.backend:7'],
    message: /^backend is "a\\u\{9b\}\\u\{202e\}b"/,
  },
  {
    says: 'a model of 513 characters is refused and shown in part',
    spec: `model: ${'m'.repeat(513)}`,
    errors: ['REQUEST_INVALID spec.model:6'],
    message: /^model is "m{60}\.\.\.", wanted at most 512 characters$/,
  },
  {
    says: 'a truth value is no number of GPUs',
    spec: HARDWARE.replace('totalGpus: 8', 'totalGpus: true'),
    errors: ['REQUEST_INVALID spec.hardware.totalGpus:9'],
  },
  {
    says: 'a number text with a fraction is no whole number',
    spec: HARDWARE.replace('totalGpus: 8', 'totalGpus: "8.5"'),
    errors: ['REQUEST_INVALID spec.hardware.totalGpus:9'],
  },
  {
    says: 'a count beyond exact numbers is refused',
    spec: HARDWARE.replace('totalGpus: 8', 'totalGpus: 1e300'),
    errors: ['REQUEST_INVALID spec.hardware.totalGpus:9'],
  },
  { says: 'an infinite target is refused', spec: 'sla: {ttft: .inf}', errors: ['REQUEST_INVALID spec.sla.ttft:7'] },
  {
    says: 'a target that is not a number is refused',
    spec: 'sla: {itl: .nan}',
    errors: ['REQUEST_INVALID spec.sla.itl:7'],
  },
  {
    says: 'memory has to be positive',
    spec: `${HARDWARE}\n  vramMb: 0`,
    errors: ['REQUEST_INVALID spec.hardware.vramMb:11'],
    message: /wanted more than 0/,
  },
  {
    says: 'a request rate has to be positive',
    spec: 'workload: {requestRate: -1}',
    errors: ['REQUEST_INVALID spec.workload.requestRate:7'],
  },
  { says: 'an unknown word is no truth value', spec: 'autoApply: maybe', errors: ['REQUEST_INVALID spec.autoApply:7'] },
  {
    says: 'an unknown optimization type is refused',
    spec: 'sla: {optimizationType: speed}',
    errors: ['REQUEST_INVALID spec.sla.optimizationType:7'],
  },
  {
    says: 'an override has to be a mapping',
    spec: 'overrides: {dgd: [1]}',
    errors: ['REQUEST_INVALID spec.overrides.dgd:7'],
    message: /^dgd is a list, wanted a mapping/,
  },
  {
    says: 'a planner has to be a mapping',
    spec: 'features: {planner: true}',
    errors: ['REQUEST_INVALID spec.features.planner:7'],
  },
  {
    says: 'a mocker has to be a mapping',
    spec: 'features: {mocker: true}',
    errors: ['REQUEST_INVALID spec.features.mocker:7'],
  },
  {
    says: 'a toleration has to be a mapping',
    spec: 'overrides:\n  profilingJob:\n    template:\n      spec:\n        tolerations:\n        - {key: a}\n        - b',
    errors: ['REQUEST_INVALID spec.overrides.profilingJob.template.spec.tolerations[1]:13'],
    message: /^tolerations\[1\] is "b"/,
  },
  {
    says: 'a runtime version has three numbers',
    spec: 'runtimeVersionOverride: "1.3"',
    errors: ['REQUEST_INVALID spec.runtimeVersionOverride:7'],
    message: /wanted a release x\.y\.z/,
  },
  {
    says: 'annotations have to be a mapping',
    head: 'annotations: 3',
    errors: ['REQUEST_INVALID metadata.annotations:5'],
  },
  {
    says: 'a planner without any scaling is refused',
    spec: 'features:\n  planner:\n    optimization_target: sla\n    enable_throughput_scaling: false',
    errors: ['REQUEST_INVALID spec.features.planner.enable_throughput_scaling:10'],
  },
  {
    says: 'one output token has no inter-token latency to divide an end-to-end target by',
    spec: 'workload: {osl: 1}\nsla: {e2eLatency: 1000}',
    errors: ['REQUEST_INVALID spec.workload.osl:7'],
    hint: /2 or more/,
  },
];

const RULES: readonly Case[] = [
  { says: 'no image and no target is an error', spec: 'image: ""', errors: ['IMAGE_MISSING spec.image:7'] },
  { says: 'a null image is missing', spec: 'image: null', errors: ['IMAGE_MISSING spec.image:7'] },
  { says: 'an image with blanks is refused', spec: 'image: "a b:1.3.0"', errors: ['IMAGE_INVALID spec.image:7'] },
  {
    says: 'an image with an upper-case name is refused',
    spec: 'image: nvcr.io/Planner:1.3.0',
    errors: ['IMAGE_INVALID spec.image:7'],
  },
  {
    says: 'an image by digest alone is refused with the reason',
    spec: 'image: nvcr.io/x/planner@sha256:0123abcd',
    errors: ['IMAGE_INVALID spec.image:7'],
    message: /digest and no tag: runtime images are other images/,
    hint: /nvcr\.io\/x\/planner with a tag/,
  },
  {
    says: 'a bad image of the config says whose it is',
    spec: 'image: null',
    defaults: { image: 'a b' },
    errors: ['IMAGE_INVALID spec.image:7'],
    message: /function's config/,
  },
  {
    says: 'a missing hardware block is one error, with the command that prints it and where else it may be said',
    spec: 'hardware:',
    errors: ['HARDWARE_MISSING spec.hardware:7'],
    message: /^gpuSku, totalGpus and numGpusPerNode are missing/,
    hint: /dgdr-render hardware --context NAME prints, .* of the function's config, or .* in dgdr-render\.yaml$/,
  },
  {
    says: 'what else is missing beside a wrong field is one error',
    spec: 'hardware: {gpuSku: h100}',
    errors: ['REQUEST_INVALID spec.hardware.gpuSku:7', 'HARDWARE_MISSING spec.hardware.totalGpus:7'],
  },
  {
    says: 'hints speak the words of the command that was called',
    spec: 'hardware: {gpuSku: h100_sxm, totalGpus: 8}',
    defaults: { host: 'command' },
    errors: ['HARDWARE_MISSING spec.hardware.numGpusPerNode:7'],
    hint: /; or give --num-gpus-per-node, or set spec\.hardware\.numGpusPerNode in dgdr-render\.yaml$/,
  },
  {
    says: 'and those of Argo CD',
    spec: 'hardware: {totalGpus: 8}',
    defaults: { host: 'application' },
    errors: ['HARDWARE_MISSING spec.hardware.gpuSku:7'],
    hint: /; or set the parameters gpu-sku and num-gpus-per-node, or /,
  },
  {
    says: 'counts of zero or less are no hardware',
    spec: 'hardware:\n  gpuSku: h200_sxm\n  totalGpus: 0\n  numGpusPerNode: -8',
    errors: ['HARDWARE_MISSING spec.hardware.totalGpus:9', 'HARDWARE_MISSING spec.hardware.numGpusPerNode:10'],
    message: /^totalGpus is 0, wanted a GPU budget of at least 1/,
  },
  {
    says: 'a bad SKU of the config is its own error',
    spec: 'hardware: {totalGpus: 8, numGpusPerNode: 8}',
    defaults: { hardware: { gpuSku: 'H100' } },
    errors: ['CONFIG_INVALID spec.hardware.gpuSku:7'],
  },
  {
    says: 'only one load can be given',
    spec: 'workload:\n  concurrency: 50\n  requestRate: 5.0',
    errors: ['LOAD_CONFLICT spec.workload.requestRate:9'],
  },
  {
    says: 'end-to-end latency beside ttft is a conflict',
    spec: 'sla: {e2eLatency: 5, ttft: 3}',
    errors: ['SLA_CONFLICT spec.sla.e2eLatency:7'],
    hint: /delete spec\.sla\.ttft$/,
  },
  {
    says: 'end-to-end latency beside one null is a conflict',
    spec: 'sla: {e2eLatency: 5, itl: null}',
    errors: ['SLA_CONFLICT spec.sla.e2eLatency:7'],
  },
  { says: 'one null is half a pair', spec: 'sla: {itl: null}', errors: ['SLA_INCOMPLETE spec.sla:7'] },
  {
    says: 'one number beside a null is half a pair',
    spec: 'sla: {ttft: 3, itl: null}',
    errors: ['SLA_INCOMPLETE spec.sla:7'],
  },
  {
    says: 'two nulls without end-to-end latency leave no target',
    spec: 'sla: {ttft: null, itl: null}',
    errors: ['SLA_INCOMPLETE spec.sla:7'],
    message: /no target left/,
  },
  {
    says: 'targets of zero or less are one error each',
    spec: 'sla: {ttft: 0, itl: -1}',
    errors: ['SLA_INVALID spec.sla.ttft:7', 'SLA_INVALID spec.sla.itl:7'],
    message: /^ttft is 0 ms/,
  },
  {
    says: 'an end-to-end target has to be positive',
    spec: 'sla: {e2eLatency: 0}',
    errors: ['SLA_INVALID spec.sla.e2eLatency:7'],
  },
  {
    says: 'thorough with auto is a conflict',
    spec: 'searchStrategy: thorough',
    errors: ['SEARCH_STRATEGY_CONFLICT spec.searchStrategy:7'],
  },
  {
    says: 'thorough cannot be rendered offline and has two ways out',
    spec: 'searchStrategy: thorough\nbackend: vllm',
    errors: ['SEARCH_STRATEGY_UNSUPPORTED spec.searchStrategy:7'],
    hint: /rapid, or pin the result/,
  },
  {
    says: 'a mocker needs a planner that sweeps',
    spec: 'features:\n  mocker: {enabled: true}\n  planner:\n    pre_deployment_sweeping_mode: none',
    errors: ['MOCKER_PLANNER_CONFLICT spec.features.planner.pre_deployment_sweeping_mode:10'],
  },
  {
    says: 'a null sweeping mode counts as none',
    spec: 'features:\n  mocker: {enabled: true}\n  planner:\n    pre_deployment_sweeping_mode: null',
    errors: ['MOCKER_PLANNER_CONFLICT spec.features.planner.pre_deployment_sweeping_mode:10'],
  },
  {
    says: 'prompt and answer are limited together',
    spec: 'workload:\n  isl: 2097152\n  osl: 1',
    errors: ['LIMIT_EXCEEDED spec.workload.isl:8'],
  },
  {
    says: 'a long answer is named as the cause',
    spec: 'workload:\n  isl: 1\n  osl: 2097152',
    errors: ['LIMIT_EXCEEDED spec.workload.osl:9'],
  },
  {
    says: 'a load is limited, so that the GPUs that it takes can be counted',
    spec: 'workload:\n  requestRate: 1.0e+300',
    errors: ['LIMIT_EXCEEDED spec.workload.requestRate:8'],
  },
  {
    says: 'so are requests in flight',
    spec: 'workload:\n  concurrency: 1000000001',
    errors: ['LIMIT_EXCEEDED spec.workload.concurrency:8'],
  },
  {
    says: 'the GPU budget is limited',
    spec: HARDWARE.replace('totalGpus: 8', 'totalGpus: 16385'),
    errors: ['LIMIT_EXCEEDED spec.hardware.totalGpus:9'],
  },
  {
    says: 'a node is limited to the largest budget',
    spec: HARDWARE.replace('Node: 8', 'Node: 16385'),
    errors: ['LIMIT_EXCEEDED spec.hardware.numGpusPerNode:10'],
  },
];

const ROUTING: readonly Case[] = [
  {
    says: 'router mode direct is refused with the reason',
    head: 'annotations:\n  dgdr-render.dev/router-mode: direct',
    errors: ['ROUTING_INVALID metadata.annotations.dgdr-render.dev/router-mode:6'],
    message: /leaves the choice of the worker/,
  },
  {
    says: 'a misspelt router mode suggests the right one',
    head: 'annotations:\n  dgdr-render.dev/router-mode: round_robin',
    errors: ['ROUTING_INVALID metadata.annotations.dgdr-render.dev/router-mode:6'],
    hint: /^write round-robin$/,
  },
  {
    says: 'a router mode that is no text is refused',
    head: 'annotations:\n  dgdr-render.dev/router-mode: true',
    errors: ['ROUTING_INVALID metadata.annotations.dgdr-render.dev/router-mode:6'],
  },
  {
    says: 'a router mode named like an object member is refused',
    head: 'annotations:\n  dgdr-render.dev/router-mode: constructor',
    errors: ['ROUTING_INVALID metadata.annotations.dgdr-render.dev/router-mode:6'],
  },
  {
    says: 'unknown KV events are refused',
    head: 'annotations:\n  dgdr-render.dev/kv-events: exactly',
    errors: ['ROUTING_INVALID metadata.annotations.dgdr-render.dev/kv-events:6'],
    hint: /^write exact$/,
  },
  {
    says: 'KV events beside another mode contradict it',
    head: 'annotations:\n  dgdr-render.dev/router-mode: random\n  dgdr-render.dev/kv-events: exact',
    errors: ['ROUTING_INVALID metadata.annotations.dgdr-render.dev/kv-events:7'],
  },
  {
    says: 'KV events above the mode of the config contradict it',
    head: 'annotations:\n  dgdr-render.dev/kv-events: exact',
    defaults: { routing: { mode: 'random' } },
    errors: ['ROUTING_INVALID metadata.annotations.dgdr-render.dev/kv-events:6'],
  },
  {
    says: 'the config may not contradict itself',
    defaults: { routing: { mode: 'random', kvEvents: 'exact' } },
    errors: ['ROUTING_INVALID spec.routing.kvEvents:5'],
  },
];

const NAMES: readonly Case[] = [
  {
    says: 'a namespace follows the label rules',
    head: 'namespace: Team_A',
    errors: ['NAME_INVALID metadata.namespace:5'],
  },
  {
    says: 'a namespace has at most 63 characters',
    head: `namespace: ${'n'.repeat(64)}`,
    errors: ['NAME_INVALID metadata.namespace:5'],
  },
  {
    says: 'the graph name of an override follows the label rules',
    spec: 'overrides:\n  dgd:\n    metadata:\n      name: Chat',
    errors: ['NAME_INVALID spec.overrides.dgd.metadata.name:10'],
  },
];

const TARGETS: readonly Case[] = [
  {
    says: 'a malformed target is refused',
    defaults: { target: 'latest' },
    errors: ['TARGET_UNSUPPORTED spec.target:5'],
  },
  {
    says: 'a malformed target without an image is one error',
    spec: 'image: null',
    defaults: { target: 'a b' },
    errors: ['TARGET_UNSUPPORTED spec.target:5'],
  },
  {
    says: 'a target before 1.0 is refused',
    defaults: { target: '0.9.1' },
    errors: ['TARGET_UNSUPPORTED spec.target:5'],
  },
];

describe.each([
  ['shape', SHAPE],
  ['rules across fields', RULES],
  ['routing', ROUTING],
  ['names', NAMES],
  ['targets', TARGETS],
])('errors of %s', (_group, cases) => {
  test.each(cases)('$says', ({ spec = '', head = '', defaults = {}, errors, message = /./, hint = /./ }) => {
    const outcome = outcomeOf(makeResource(requestYaml({ spec, head })), defaults);
    expect(brief(outcome.errors)).toEqual(errors);
    expect(outcome.errors[0]?.message).toMatch(message);
    expect(outcome.errors[0]?.hint).toMatch(hint);
    for (const error of outcome.errors) expect(error.hint).toBeTruthy();
  });
});

const WHOLE: readonly { says: string; yaml: string; errors: readonly string[]; hint?: RegExp }[] = [
  {
    says: 'v1alpha1 is refused with what becomes of its fields, and nothing else is said',
    yaml: 'apiVersion: nvidia.com/v1alpha1\nkind: DynamoGraphDeploymentRequest\nspec: {profilingConfig: {}}',
    errors: ['REQUEST_VERSION_UNSUPPORTED apiVersion:1'],
    hint: /^dgdr-render migrate request\.yaml prints it as nvidia\.com\/v1beta1/,
  },
  {
    says: 'an unknown version is refused',
    yaml: 'apiVersion: nvidia.com/v2\nkind: DynamoGraphDeploymentRequest',
    errors: ['REQUEST_VERSION_UNSUPPORTED apiVersion:1'],
  },
  {
    says: 'a missing version is refused',
    yaml: 'kind: DynamoGraphDeploymentRequest',
    errors: ['REQUEST_VERSION_UNSUPPORTED apiVersion:1'],
  },
  {
    says: 'another kind is refused',
    yaml: 'apiVersion: nvidia.com/v1beta1\nkind: DynamoGraphDeployment',
    errors: ['REQUEST_INVALID kind:2'],
  },
  {
    says: 'a request without name and spec has two errors',
    yaml: 'apiVersion: nvidia.com/v1beta1\nkind: DynamoGraphDeploymentRequest\nmetadata: {}',
    errors: ['REQUEST_INVALID spec:1', 'REQUEST_INVALID metadata.name:3'],
  },
  {
    says: 'a spec and metadata that are no mappings are one error each',
    yaml: 'apiVersion: nvidia.com/v1beta1\nkind: DynamoGraphDeploymentRequest\nmetadata: a\nspec: []',
    errors: ['REQUEST_INVALID metadata:3', 'REQUEST_INVALID spec:4'],
  },
  {
    says: 'a name follows the label rules',
    yaml: requestYaml().replace('name: chat', 'name: Chat.v2'),
    errors: ['NAME_INVALID metadata.name:4'],
  },
  {
    says: 'a name may not end in a hyphen',
    yaml: requestYaml().replace('name: chat', 'name: chat-'),
    errors: ['NAME_INVALID metadata.name:4'],
  },
  {
    says: 'a number is no name',
    yaml: requestYaml().replace('name: chat', 'name: 7'),
    errors: ['REQUEST_INVALID metadata.name:4'],
    hint: /quote/,
  },
];

test.each(WHOLE)('$says', ({ yaml, errors, hint = /./ }) => {
  const outcome = outcomeOf(makeResource(yaml));
  expect(brief(outcome.errors)).toEqual(errors);
  expect(outcome.errors[0]?.hint).toMatch(hint);
});
