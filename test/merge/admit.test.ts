import { describe, expect, test } from 'vitest';
import { RenderError, RenderErrors } from '../../src/errors.ts';
import type { Json, JsonObject } from '../../src/json.ts';
import type { Compat } from '../../src/request/mends.ts';
import { finishGraph, readProfile, readRequest } from '../support/graphs.ts';
import { collectWarnings } from '../support/warnings.ts';

const NAME = 'llama-8b-h100';
const WORKER = 'VllmDecodeWorker';
const KIND = 'DynamoGraphDeployment';
const DGD = 'spec.overrides.dgd.spec';

interface Options {
  readonly target?: string;
  readonly compat?: Compat;
}

/** What is said about a graph with an override: errors, else warnings, as code and field. */
function findings(dgd: JsonObject | undefined, { target = '1.3', compat = 'ours' }: Options = {}): string[] {
  const base = readRequest(NAME, { target, compat });
  const request = { ...base, overrides: { ...base.overrides, dgd } };
  const { warn, seen } = collectWarnings();
  try {
    finishGraph(request, readProfile(NAME), warn);
  } catch (error) {
    const errors = error instanceof RenderErrors ? error.errors : [error];
    return errors.map((one) => (one instanceof RenderError ? `${one.code} ${one.path}` : String(one)));
  }
  return seen.map(({ code, path }) => `${code} ${path}`);
}

const alpha = (members: JsonObject): JsonObject => ({
  apiVersion: 'nvidia.com/v1alpha1',
  kind: KIND,
  spec: { services: { [WORKER]: members } },
});
const beta = (members: JsonObject): JsonObject => ({
  apiVersion: 'nvidia.com/v1beta1',
  kind: KIND,
  spec: { components: [{ name: WORKER, ...members }] },
});
const container = (members: JsonObject): JsonObject => alpha({ extraPodSpec: { mainContainer: members } });

describe('what an API server would refuse', () => {
  test.each<[string, JsonObject, string]>([
    ['a negative count', alpha({ replicas: -1 }), `${DGD}.services.${WORKER}.replicas`],
    ['a count as text', alpha({ replicas: '2' }), `${DGD}.services.${WORKER}.replicas`],
    ['no quantity', alpha({ sharedMemory: { size: 'much' } }), `${DGD}.services.${WORKER}.sharedMemory.size`],
    [
      'a size that is disabled',
      alpha({ sharedMemory: { size: '1Gi', disabled: true } }),
      `${DGD}.services.${WORKER}.sharedMemory.size`,
    ],
    [
      'a port as text',
      container({ ports: [{ containerPort: 'x' }] }),
      `${DGD}.services.${WORKER}.extraPodSpec.mainContainer.ports`,
    ],
    ['an unknown backend', { spec: { backendFramework: 'tgi' } }, `${DGD}.backendFramework`],
  ])('%s', (_name, dgd, path) => {
    const found = findings(dgd).filter((finding) => finding.startsWith('ADMISSION_REFUSED'));
    expect(found).toEqual([`ADMISSION_REFUSED ${path}`]);
  });

  test('in v1beta1 the finding points into the override by name, whatever its order or version', () => {
    expect(findings(beta({ replicas: -1 }), { target: '1.5' })).toEqual([
      `ADMISSION_REFUSED ${DGD}.components[0].replicas`,
    ]);
    expect(findings(alpha({ replicas: -1 }), { target: '1.5' })).toEqual([
      `ADMISSION_REFUSED ${DGD}.services.${WORKER}`,
    ]);
  });

  test('every problem is said at once', () => {
    const dgd = alpha({ replicas: -1, sharedMemory: { size: 'much' } });
    expect(findings(dgd)).toHaveLength(2);
  });

  test('an unknown field is a warning, as the API server drops it', () => {
    expect(findings(alpha({ replica: 2 }))).toEqual([`ADMISSION_AT_RISK ${DGD}.services.${WORKER}.replica`]);
    expect(findings(container({ imagePulPolicy: 'Always' }))).toEqual([
      `ADMISSION_AT_RISK ${DGD}.services.${WORKER}.extraPodSpec.mainContainer.imagePulPolicy`,
    ]);
  });

  test('a field that is newer than the target is a warning', () => {
    const dgd = alpha({ runtimeVersionOverride: '1.4.0' });
    const path = `${DGD}.services.${WORKER}.runtimeVersionOverride`;
    expect(findings(dgd, { target: '1.3' })).toEqual([`ADMISSION_AT_RISK ${path}`]);
    expect(findings(dgd, { target: '1.4' })).toEqual([]);
  });

  test('the reference looks at nothing', () => {
    expect(findings(alpha({ replicas: '2' }), { compat: 'reference' })).toEqual([]);
  });
});

describe('what v1beta1 cannot say', () => {
  test.each<[string, JsonObject, readonly string[]]>([
    ['an ingress', { ingress: { enabled: true, host: 'h' } }, ['CONVERSION_IMPOSSIBLE']],
    ['labels of the service', { labels: { a: 'b' } }, ['CONVERSION_IMPOSSIBLE']],
    ['autoscaling, which does nothing', { autoscaling: { enabled: true } }, ['CONVERSION_DROPPED']],
  ])('%s', (_name, members, codes) => {
    expect(findings(alpha(members), { target: '1.4' }).map((finding) => finding.split(' ')[0])).toEqual(codes);
  });

  test('a claim to be created becomes an object of its own', () => {
    const pvc: Json = {
      name: 'cache',
      create: true,
      storageClass: 'fast',
      size: '10Gi',
      volumeAccessMode: 'ReadWriteOnce',
    };
    const dgd = { apiVersion: 'nvidia.com/v1alpha1', kind: KIND, spec: { pvcs: [pvc] } };
    expect(findings(dgd, { target: '1.4' })).toEqual([]);
  });
});
