import { describe, expect, test } from 'vitest';
import type { JsonObject } from '../../src/json.ts';
import { alphaHint, fromAlpha, isAlphaRequest } from '../../src/request/from-alpha.ts';

const alpha = (spec: JsonObject): JsonObject => {
  return { apiVersion: 'nvidia.com/v1alpha1', kind: 'DynamoGraphDeploymentRequest', metadata: { name: 'old' }, spec };
};
const SWEEP = { use_ai_configurator: true, aic_system: 'H200_SXM', aic_hf_id: 'a/b', aic_backend_version: '0.20.0' };

describe('a request of v1alpha1 as v1beta1 has it', () => {
  test.each<[title: string, spec: JsonObject, beta: JsonObject, lost: string[]]>([
    [
      'what the operator converts',
      {
        model: 'a/b',
        backend: 'trtllm',
        enableGpuDiscovery: true,
        profilingConfig: {
          profilerImage: 'r/p:1.0.0',
          config: { sweep: SWEEP, sla: { isl: 3000, osl: 150, ttft: 500, itl: 30 } },
        },
        deploymentOverrides: { workersImage: 'r/w:1' },
        autoApply: true,
      },
      {
        ...{ model: 'a/b', backend: 'trtllm', image: 'r/p:1.0.0', hardware: { gpuSku: 'h200_sxm' } },
        ...{ workload: { isl: 3000, osl: 150 }, sla: { ttft: 500, itl: 30 }, autoApply: true },
      },
      ['deploymentOverrides.workersImage (set the image of each worker in overrides.dgd, or use --image-mirror)'],
    ],
    [
      'the other spelling, with the hardware',
      { profilingConfig: { config: { sweep: { aicSystem: 'h100_sxm' }, hardware: { numGpusPerNode: 8 }, isl: 4 } } },
      { hardware: { gpuSku: 'h100_sxm', numGpusPerNode: 8 }, workload: { isl: 4 }, autoApply: false },
      [],
    ],
    ['nothing was applied unless it was asked for', { model: 'a/b' }, { model: 'a/b', autoApply: false }, []],
    [
      'a mocker and the names of the graph',
      { useMocker: true, deploymentOverrides: { name: 'chat', labels: { team: 'ml' }, namespace: 'x' } },
      {
        overrides: {
          dgd: {
            ...{ apiVersion: 'nvidia.com/v1alpha1', kind: 'DynamoGraphDeployment' },
            metadata: { name: 'chat', labels: { team: 'ml' } },
          },
        },
        features: { mocker: { enabled: true } },
        autoApply: false,
      },
      ['deploymentOverrides.namespace (set metadata.namespace)'],
    ],
    [
      'tolerations of the Job, whose other settings are lost',
      {
        useMocker: false,
        profilingConfig: { tolerations: [{ key: 'x' }], outputPVC: 'pvc', config: { hardware: { min: 1 } } },
      },
      { overrides: { profilingJob: { template: { spec: { tolerations: [{ key: 'x' }] } } } }, autoApply: false },
      ['profilingConfig.outputPVC', 'profilingConfig.config.hardware.min'],
    ],
    ['no spec', null as unknown as JsonObject, { autoApply: false }, []],
  ])('%s', (_, spec, beta, lost) => {
    const made = fromAlpha(alpha(spec));
    expect(made.request).toEqual({ ...alpha(beta), apiVersion: 'nvidia.com/v1beta1' });
    expect(made.lost).toEqual(lost);
  });

  test('stands in the hint, and so does the command that prints it', () => {
    expect(isAlphaRequest(alpha({}))).toBe(true);
    expect(alphaHint(alpha({ model: 'a/b', autoApply: true }), 'old.yaml')).toBe(
      'dgdr-render migrate old.yaml prints it as nvidia.com/v1beta1: {apiVersion: "nvidia.com/v1beta1", kind: "DynamoGraphDeploymentRequest", metadata: {name: "old"}, spec: {model: "a/b", autoApply: true}}',
    );
  });

  test('that is long stays out of the hint', () => {
    const tolerations = Array.from({ length: 200 }, (_, key) => ({ key: `key-${key}` }));
    const hint = alphaHint(alpha({ profilingConfig: { tolerations } }), '');
    expect(hint).toBe('dgdr-render migrate FILE prints it as nvidia.com/v1beta1');
  });
});
