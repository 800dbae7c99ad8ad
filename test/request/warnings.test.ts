import { expect, test } from 'vitest';
import type { RequestDefaults } from '../../src/request/settings.ts';
import { brief, makeResource, outcomeOf, requestYaml } from '../support/requests.ts';

interface Case {
  readonly says: string;
  readonly spec?: string;
  readonly head?: string;
  readonly defaults?: RequestDefaults;
  readonly warnings: readonly string[];
  readonly hint?: RegExp;
}

const LONG_NAME = 'overrides:\n  dgd:\n    metadata:\n      name: ';
const DIGEST_IMAGE = 'image: nvcr.io/x/dynamo-planner:1.3.1@sha256:0123abcd';

const CASES: readonly Case[] = [
  { says: 'a complete request has no warnings', warnings: [] },
  {
    says: 'accepted fields without a visible effect are silent',
    spec: 'autoApply: false\nhardware: {gpuSku: h200_sxm, totalGpus: 8, numGpusPerNode: 8, vramMb: 1.5, interconnect: nvlink, rdma: true}',
    warnings: [],
  },
  {
    says: 'a misspelt field suggests the right one',
    spec: 'sla:\n  tttf: 100',
    warnings: ['REQUEST_UNKNOWN_FIELD spec.sla.tttf:8'],
    hint: /^write ttft$/,
  },
  {
    says: 'fields of v1alpha1 requests say where they went',
    spec: 'useMocker: false\nenableGpuDiscovery: true\nprofilingConfig: {config: {sla: {isl: 1}}}\ndeploymentOverrides: {name: a}',
    warnings: [
      'REQUEST_UNKNOWN_FIELD spec.useMocker:7',
      'REQUEST_UNKNOWN_FIELD spec.enableGpuDiscovery:8',
      'REQUEST_UNKNOWN_FIELD spec.profilingConfig:9',
      'REQUEST_UNKNOWN_FIELD spec.deploymentOverrides:10',
    ],
    hint: /^write features.mocker.enabled: true instead$/,
  },
  {
    says: 'unknown fields are found at every level',
    spec: 'modelcache: {}\nmodelCache: {pvcName: a, path: b}\nworkload: {users: 3}\noverrides: {job: {}}\nfeatures: {epp: {}, mocker: {fast: true}, kvRouter: {fast: true}}',
    warnings: [
      'REQUEST_UNKNOWN_FIELD spec.modelcache:7',
      'REQUEST_UNKNOWN_FIELD spec.modelCache.path:8',
      'REQUEST_UNKNOWN_FIELD spec.workload.users:9',
      'REQUEST_UNKNOWN_FIELD spec.overrides.job:10',
      'REQUEST_UNKNOWN_FIELD spec.features.epp:11',
      'REQUEST_UNKNOWN_FIELD spec.features.mocker.fast:11',
      'REQUEST_UNKNOWN_FIELD spec.features.kvRouter.fast:11',
    ],
    hint: /^write modelCache$/,
  },
  {
    says: 'a field that no word can name is found too',
    spec: '"a b": 1',
    warnings: ['REQUEST_UNKNOWN_FIELD spec["a b"]:7'],
    hint: /^known are model, /,
  },
  {
    says: "the keys of a planner are not this room's business",
    spec: 'features: {planner: {whatever: 1}}',
    warnings: [],
  },
  {
    says: 'an optimization type has no effect',
    spec: 'sla: {optimizationType: latency}',
    warnings: ['FIELD_IGNORED spec.sla.optimizationType:7'],
  },
  {
    says: 'of the profiling Job only tolerations have an effect',
    spec: 'overrides:\n  profilingJob:\n    backoffLimit: 1\n    template:\n      metadata: {}\n      spec:\n        tolerations: []\n        nodeSelector: {a: b}',
    warnings: [
      'FIELD_IGNORED spec.overrides.profilingJob.backoffLimit:9',
      'FIELD_IGNORED spec.overrides.profilingJob.template.metadata:11',
      'FIELD_IGNORED spec.overrides.profilingJob.template.spec.nodeSelector:14',
    ],
  },
  {
    says: 'a model cache without a claim has no effect',
    spec: 'modelCache: {pvcModelPath: a}',
    warnings: ['FIELD_IGNORED spec.modelCache:7'],
  },
  { says: 'a digest beside a tag is dropped', spec: DIGEST_IMAGE, warnings: ['FIELD_IGNORED spec.image:7'] },
  { says: 'the reference keeps a digest', spec: DIGEST_IMAGE, defaults: { compat: 'reference' }, warnings: [] },
  {
    says: 'a tag that is no version leaves the target to be assumed',
    spec: 'image: planner:latest',
    warnings: ['TARGET_ASSUMED spec.image:7'],
  },
  {
    says: 'an image without a tag leaves the target to be assumed',
    spec: 'image: localhost:5000/planner',
    warnings: ['TARGET_ASSUMED spec.image:7'],
  },
  {
    says: 'a release after the last known one gets its rules',
    spec: 'image: planner:1.9.0',
    warnings: ['TARGET_ASSUMED spec.image:7'],
  },
  { says: 'a given target needs no tag', spec: 'image: planner:latest', defaults: { target: '1.2' }, warnings: [] },
  {
    says: 'newer fields are named with the target',
    spec: 'runtimeVersionOverride: 1.3.0\nfeatures: {kvRouter: {enabled: true}}\noverrides: {trustRemoteCode: true}',
    warnings: [
      'FIELD_NEWER_THAN_TARGET spec.runtimeVersionOverride:7',
      'FIELD_NEWER_THAN_TARGET spec.features.kvRouter.enabled:8',
      'FIELD_NEWER_THAN_TARGET spec.overrides.trustRemoteCode:9',
    ],
  },
  {
    says: 'newer fields that are off are silent',
    spec: 'features: {kvRouter: {enabled: false}}\noverrides: {trustRemoteCode: false}',
    warnings: [],
  },
  {
    says: 'a SKU that only the engine knows is named',
    spec: 'hardware:\n  gpuSku: gb300\n  totalGpus: 8\n  numGpusPerNode: 4',
    warnings: ['SKU_UNKNOWN_TO_OPERATOR spec.hardware.gpuSku:8'],
  },
  {
    says: 'a graph name of 29 characters is long for vLLM',
    spec: `backend: vllm\n${LONG_NAME}${'n'.repeat(29)}`,
    warnings: ['NAME_LONG spec.overrides.dgd.metadata.name:11'],
  },
  {
    says: 'a graph name of 28 characters is short enough',
    spec: `backend: vllm\n${LONG_NAME}${'n'.repeat(28)}`,
    warnings: [],
  },
  {
    says: 'a graph name of 29 characters is short enough for SGLang',
    spec: `backend: sglang\n${LONG_NAME}${'n'.repeat(29)}`,
    warnings: [],
  },
  {
    says: 'a graph name of 29 characters is short enough for a mocker',
    spec: `features: {mocker: {enabled: true}}\n${LONG_NAME}${'n'.repeat(29)}`,
    warnings: [],
  },
  {
    says: 'an unknown annotation of ours is named and those of others are not',
    head: 'annotations:\n  dgdr-render.dev/routermode: kv\n  dgdr-render.dev/source: a.yaml#0\n  config.kubernetes.io/local-config: "true"\n  example.com/router-mode: x',
    warnings: ['ANNOTATION_IGNORED metadata.annotations.dgdr-render.dev/routermode:6'],
    hint: /^write dgdr-render\.dev\/router-mode$/,
  },
];

test.each(CASES)('$says', ({ spec = '', head = '', defaults = {}, warnings, hint = /./ }) => {
  const outcome = outcomeOf(makeResource(requestYaml({ spec, head })), defaults);
  expect(outcome.errors).toEqual([]);
  expect(brief(outcome.warnings)).toEqual(warnings);
  if (outcome.warnings.length > 0) expect(outcome.warnings[0]?.hint).toMatch(hint);
});

test('a request name of 25 characters is long when any backend may win', () => {
  const yaml = requestYaml().replace('name: chat', `name: ${'n'.repeat(25)}`);
  expect(brief(outcomeOf(makeResource(yaml)).warnings)).toEqual(['NAME_LONG metadata.name:4']);
  expect(outcomeOf(makeResource(yaml.replace('n'.repeat(25), 'n'.repeat(24)))).warnings).toEqual([]);
});

test('unknown fields are reported beside the errors they explain', () => {
  const yaml = requestYaml({ spec: 'hardware:\n  gpuSKU: h200_sxm\n  totalGpus: 8\n  numGpusPerNode: 8' });
  const { errors, warnings } = outcomeOf(makeResource(yaml));
  expect(brief(errors)).toEqual(['HARDWARE_MISSING spec.hardware.gpuSku:7']);
  expect(brief(warnings)).toEqual(['REQUEST_UNKNOWN_FIELD spec.hardware.gpuSKU:8']);
});
