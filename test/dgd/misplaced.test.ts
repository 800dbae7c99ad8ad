import { expect, test } from 'vitest';
import { checkSchema } from '../../src/dgd/schema/check-schema.ts';
import type { JsonObject } from '../../src/json.ts';

const alpha = (fields: JsonObject): JsonObject => ({
  ...{ apiVersion: 'nvidia.com/v1alpha1', kind: 'DynamoGraphDeployment', metadata: { name: 'q' } },
  spec: { services: { decode: { componentType: 'worker', ...fields } } },
});
const beta = (fields: JsonObject): JsonObject => ({
  ...{ apiVersion: 'nvidia.com/v1beta1', kind: 'DynamoGraphDeployment', metadata: { name: 'q' } },
  spec: { components: [{ name: 'decode', type: 'decode', ...fields }] },
});

test.each<[what: string, graph: JsonObject, hint: string]>([
  ['arguments', alpha({ args: [] }), 'write it as extraPodSpec.mainContainer.args of the service'],
  ['an image', alpha({ image: 'x' }), 'write it as extraPodSpec.mainContainer.image of the service'],
  ['a container', alpha({ mainContainer: {} }), 'write it as extraPodSpec.mainContainer of the service'],
  ['tolerations', alpha({ tolerations: [] }), 'write it as extraPodSpec.tolerations of the service'],
  ['variables', alpha({ env: [] }), 'write it as envs of the service'],
  [
    'arguments in a pod',
    alpha({ extraPodSpec: { args: [] } }),
    'write it as extraPodSpec.mainContainer.args of the service',
  ],
  [
    'tolerations in a container',
    alpha({ extraPodSpec: { mainContainer: { tolerations: [] } } }),
    'write it as extraPodSpec.tolerations of the service',
  ],
  ['replicas in a pod', alpha({ extraPodSpec: { replicas: 2 } }), 'write it as replicas of the service'],
  [
    'arguments of v1beta1',
    beta({ args: [] }),
    'write it as podTemplate.spec.containers[name: main].args of the service',
  ],
  ['the pod of v1alpha1', beta({ extraPodSpec: {} }), 'write it as podTemplate.spec of the service'],
  ['a field of nothing', alpha({ zzz: 2 }), 'remove it'],
])('the hint for %s says where it belongs', (_, graph, hint) => {
  expect(checkSchema(graph).map((problem) => problem.hint)).toEqual([hint]);
});
