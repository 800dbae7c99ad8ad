import { expect, test } from 'vitest';
import type { JsonObject } from '../../src/json.ts';
import { clusterNeeds } from '../../src/render/cluster-needs.ts';
import { makeResource } from '../support/requests.ts';

const request = makeResource('apiVersion: v1\nkind: X\nmetadata:\n  name: q\n');
const graph = (spec: JsonObject, namespace?: string): JsonObject => {
  return {
    kind: 'DynamoGraphDeployment',
    metadata: { name: 'q-dgd', ...(namespace !== undefined && { namespace }) },
    spec,
  };
};
const service = (fields: JsonObject): JsonObject => ({
  services: { Frontend: { envFromSecret: 'hf-token-secret', ...fields } },
});

test.each<[title: string, documents: JsonObject[], said: string[]]>([
  ['nothing that is named', [graph({ services: {} })], []],
  [
    'the token and a claim',
    [graph({ ...service({}), pvcs: [{ name: 'cache', create: false }] })],
    ['Secret hf-token-secret with HF_TOKEN and PersistentVolumeClaim cache in the namespace of the graph'],
  ],
  ['a claim that is made', [graph({ pvcs: [{ name: 'cache', create: true }] })], []],
  [
    'a claim that stands beside it',
    [{ kind: 'PersistentVolumeClaim', metadata: { name: 'cache' } }, graph({ claimName: 'cache' })],
    [],
  ],
  [
    'what v1beta1 and plain workloads say',
    [
      graph(
        {
          containers: [
            { envFrom: [{ secretRef: { name: 'a' } }], env: [{ valueFrom: { secretKeyRef: { name: 'b' } } }] },
          ],
          ...{ imagePullSecrets: [{ name: 'c' }], volumes: [{ persistentVolumeClaim: { claimName: 'd' } }] },
        },
        'ml',
      ),
    ],
    ['Secret a and Secret b and Secret c and PersistentVolumeClaim d in ml'],
  ],
  ['what may be absent', [graph({ secretRef: { name: 'a', optional: true } })], []],
])('%s', (_, documents, said) => {
  const findings = clusterNeeds([{ request, documents }]);
  expect(findings.map(({ message }) => message.replace('pods start only where the cluster has ', ''))).toEqual(said);
});

test('graphs without a namespace are not those of others', () => {
  const all = ['serving', undefined].map((namespace) => ({ request, documents: [graph(service({}), namespace)] }));
  const [finding] = clusterNeeds(all);
  expect(finding?.message).toContain('HF_TOKEN in serving, and in the namespace of the graphs that name none');
});

test('a run says it once, with every namespace', () => {
  const all = ['b', 'a'].map((namespace) => ({ request, documents: [graph(service({}), namespace)] }));
  const [finding, ...others] = clusterNeeds(all);
  expect(others).toEqual([]);
  expect(finding).toMatchObject({
    severity: 'info',
    code: 'CLUSTER_NEEDS',
    hint: expect.stringContaining('kubectl create'),
  });
  expect(finding?.message).toContain('Secret hf-token-secret with HF_TOKEN in a and b');
});
