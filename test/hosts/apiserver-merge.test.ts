import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toBeta } from '../../src/dgd/beta/to-beta.ts';
import { graphVersion } from '../../src/dgd/services.ts';
import { buildGraph } from '../../src/graph/graph.ts';
import { isObject, type Json, type JsonObject } from '../../src/json.ts';
import { mergeOverride } from '../../src/merge/override/deep-merge.ts';
import { parseRequest } from '../../src/request/parse-request.ts';
import { profileOf } from '../properties/cells.ts';
import { type Asked, TYPED_REQUESTS, VALID_REQUESTS } from '../properties/requests.ts';
import { SEED } from '../properties/runs.ts';
import { readResources, writeManifest } from '../properties/street.ts';
import { ignoreWarnings } from '../support/warnings.ts';
import { ApiServer } from './apiserver.ts';
import { wantHost } from './host.ts';

const program = wantHost('apiserver-schema');

const graph = (spec: JsonObject): JsonObject => ({
  apiVersion: 'nvidia.com/v1beta1',
  kind: 'DynamoGraphDeployment',
  metadata: { name: 'demo' },
  spec,
});
const component = (name: string, pod: JsonObject): JsonObject => ({ name, podTemplate: { spec: pod } });
const pod = (spec: JsonObject): JsonObject =>
  graph({ components: [component('worker', { containers: [{ name: 'main' }], ...spec })] });
const main = (container: JsonObject): JsonObject => pod({ containers: [{ name: 'main', ...container }] });
const variables = (...names: readonly string[]): JsonObject[] => names.map((name) => ({ name, value: name }));

/** A graph, an override and what comes of a list in it, where that can be seen at a glance. */
const ROWS: readonly (readonly [title: string, base: JsonObject, over: JsonObject])[] = [
  [
    'components by name',
    graph({ components: [{ name: 'a', replicas: 1 }, { name: 'b' }] }),
    graph({ components: [{ name: 'b', replicas: 2 }] }),
  ],
  [
    'components in another order',
    graph({ components: variables('a', 'b', 'c').map(({ name = '' }) => ({ name })) }),
    graph({ components: [{ name: 'c' }, { name: 'a' }] }),
  ],
  ['variables of the graph as a whole', graph({ env: variables('A', 'B') }), graph({ env: variables('B') })],
  ['a variable by its name', main({ env: variables('A', 'B') }), main({ env: [{ name: 'B', value: 'x' }] })],
  ['a new variable behind the others', main({ env: variables('A', 'B') }), main({ env: variables('C') })],
  [
    'a new variable in front of one that is there',
    main({ env: variables('A', 'B') }),
    main({ env: variables('C', 'A') }),
  ],
  ['variables in another order', main({ env: variables('A', 'B', 'C') }), main({ env: variables('C', 'D', 'A') })],
  [
    'arguments and commands as a whole',
    main({ args: ['a', 'b'], command: ['c'] }),
    main({ args: ['d'], command: ['e', 'f'] }),
  ],
  [
    'sources of variables as a whole',
    main({ envFrom: [{ secretRef: { name: 'a' } }] }),
    main({ envFrom: [{ secretRef: { name: 'b' } }] }),
  ],
  [
    'ports by number and protocol, which is TCP by default',
    main({ ports: [{ containerPort: 80 }, { containerPort: 81, protocol: 'UDP' }] }),
    main({ ports: [{ containerPort: 80, protocol: 'TCP', name: 'http' }, { containerPort: 81 }] }),
  ],
  [
    'mounts by path',
    main({ volumeMounts: [{ name: 'a', mountPath: '/a' }] }),
    main({
      volumeMounts: [
        { name: 'b', mountPath: '/a' },
        { name: 'a', mountPath: '/b' },
      ],
    }),
  ],
  [
    'devices by path',
    main({ volumeDevices: [{ name: 'a', devicePath: '/a' }] }),
    main({ volumeDevices: [{ name: 'b', devicePath: '/a' }] }),
  ],
  [
    'claims of a container by name',
    main({ resources: { claims: [{ name: 'a' }] } }),
    main({ resources: { claims: [{ name: 'b' }, { name: 'a', request: 'x' }] } }),
  ],
  [
    'claims of a pod by name',
    pod({ resources: { claims: [{ name: 'a' }] } }),
    pod({ resources: { claims: [{ name: 'b' }] } }),
  ],
  [
    'limits by resource',
    main({ resources: { limits: { cpu: '1', memory: '1Gi' } } }),
    main({ resources: { limits: { cpu: 2 } } }),
  ],
  [
    'containers beside the main one',
    pod({ containers: [{ name: 'main' }, { name: 'a', image: 'x' }] }),
    pod({ containers: [{ name: 'a', image: 'y' }, { name: 'b' }] }),
  ],
  [
    'init containers',
    pod({ initContainers: [{ name: 'a', args: ['x'] }] }),
    pod({ initContainers: [{ name: 'a', image: 'y', args: ['z'] }] }),
  ],
  [
    'volumes',
    pod({ volumes: [{ name: 'a', emptyDir: { medium: 'Memory' } }] }),
    pod({
      volumes: [
        { name: 'a', emptyDir: { sizeLimit: '1Gi' } },
        { name: 'b', emptyDir: {} },
      ],
    }),
  ],
  [
    'pull secrets, gates and claims',
    pod({ imagePullSecrets: [{ name: 'a' }], schedulingGates: [{ name: 'a' }], resourceClaims: [{ name: 'a' }] }),
    pod({
      imagePullSecrets: [{ name: 'b' }],
      schedulingGates: [{ name: 'a' }],
      resourceClaims: [{ name: 'b', resourceClaimName: 'x' }],
    }),
  ],
  [
    'aliases of hosts by address',
    pod({ hostAliases: [{ ip: '1.1.1.1', hostnames: ['a'] }] }),
    pod({ hostAliases: [{ ip: '1.1.1.1', hostnames: ['b'] }] }),
  ],
  [
    'spread constraints by topology and what happens',
    pod({ topologySpreadConstraints: [{ topologyKey: 'zone', whenUnsatisfiable: 'DoNotSchedule', maxSkew: 1 }] }),
    pod({ topologySpreadConstraints: [{ topologyKey: 'zone', whenUnsatisfiable: 'ScheduleAnyway', maxSkew: 2 }] }),
  ],
  ['tolerations as a whole', pod({ tolerations: [{ key: 'a' }] }), pod({ tolerations: [{ key: 'b' }] })],
  [
    'affinities as far as they are lists, as a whole',
    pod({
      affinity: { nodeAffinity: { preferredDuringSchedulingIgnoredDuringExecution: [{ weight: 1, preference: {} }] } },
    }),
    pod({
      affinity: { nodeAffinity: { preferredDuringSchedulingIgnoredDuringExecution: [{ weight: 2, preference: {} }] } },
    }),
  ],
  ['node selectors as a whole', pod({ nodeSelector: { a: '1' } }), pod({ nodeSelector: { b: '2' } })],
  [
    'what a variable refers to as a whole',
    main({ env: [{ name: 'A', valueFrom: { secretKeyRef: { name: 'a', key: 'b', optional: true } } }] }),
    main({ env: [{ name: 'A', valueFrom: { secretKeyRef: { name: 'a', key: 'c' } } }] }),
  ],
  [
    'the ConfigMap of a volume as a whole, its claim and directory by member',
    pod({
      volumes: [
        { name: 'a', configMap: { name: 'a' } },
        { name: 'b', emptyDir: { medium: 'Memory' } },
      ],
    }),
    pod({
      volumes: [
        { name: 'a', configMap: { optional: true } },
        { name: 'b', emptyDir: { sizeLimit: '1Gi' } },
      ],
    }),
  ],
  [
    'selectors of a spread as a whole',
    pod({
      topologySpreadConstraints: [
        { topologyKey: 'a', whenUnsatisfiable: 'b', maxSkew: 1, labelSelector: { matchLabels: { a: '1' } } },
      ],
    }),
    pod({
      topologySpreadConstraints: [
        { topologyKey: 'a', whenUnsatisfiable: 'b', maxSkew: 1, labelSelector: { matchLabels: { b: '1' } } },
      ],
    }),
  ],
  ['a list by an empty one', main({ args: ['a'], env: variables('A') }), main({ args: [], env: [] })],
];

describe.skipIf(program === undefined)('overrides of v1beta1 merge as structured-merge-diff v6 merges them', () => {
  const server = new ApiServer(program ?? '');

  test.each(ROWS)('%s', (_title, base, over) => {
    const [answer] = server.merge([[base, over]]);
    expect(answer).toMatchObject({ refused: [] });
    expect(mergeOverride(base, over, 'operator')).toEqual(answer?.merged);
  });

  test('a variable or volume that gets another source: there it has both, which no pod may, here the new one', () => {
    const secret = { name: 'A', valueFrom: { secretKeyRef: { name: 's', key: 'k' } } };
    const both: [JsonObject, JsonObject] = [main({ env: variables('A') }), main({ env: [secret] })];
    const [answer] = server.merge([both]);
    expect(answer?.merged).toEqual(main({ env: [{ ...secret, value: 'A' }] }));
    expect(mergeOverride(...both, 'operator')).toEqual(main({ env: [secret] }));
  });

  test.each([
    ['overrides that an operator admits', VALID_REQUESTS],
    ['overrides with any fields of the right types', TYPED_REQUESTS],
  ])('random pairs: %s', (_, requests) => {
    const asked = fc
      .sample(requests, { seed: SEED, numRuns: 1500 })
      .filter(({ override }) => graphVersion(override) === 'v1beta1');
    const pairs = asked.map((one): [JsonObject, JsonObject] => [graphFor(one), asTexts(one.override)]);
    const answers = server.merge(pairs);
    const both = pairs.flatMap(([base, over], index) => {
      const { refused, merged = {} } = answers[index]!;
      return hasTwoSources(merged) ? [] : [{ ours: mergeOverride(base, over, 'operator'), theirs: merged, refused }];
    });
    expect(both.length).toBeGreaterThan(300);
    expect(both.flatMap(({ refused }) => refused)).toEqual([]);
    for (const { ours, theirs } of both) expect(ours).toEqual(theirs);
  });
});

/** The generated graph in v1beta1. */
function graphFor({ cell, manifest }: Asked): JsonObject {
  const [resource] = readResources(writeManifest(manifest));
  const request = parseRequest(resource!, {}, ignoreWarnings);
  return toBeta(buildGraph(request, profileOf(cell), ignoreWarnings).graph).graph;
}

/** Without the modifier of arguments, and with texts where overrides may have numbers for them: both come before a merge. */
function asTexts(value: JsonObject): JsonObject {
  const clean = (member: Json, isText: boolean): Json => {
    if (Array.isArray(member)) return member.map((item) => clean(item, false));
    if (!isObject(member)) return isText && member !== null ? String(member) : member;
    const entries = Object.entries(member).filter(([key, one]) => key !== '$patch' && one !== null);
    return Object.fromEntries(entries.map(([key, one]) => [key, clean(one, key === 'value' || key === 'b')]));
  };
  return clean(value, false) as JsonObject;
}

/** Whether a variable or volume has what no pod may have; see the test of its own. */
function hasTwoSources(value: Json): boolean {
  if (Array.isArray(value)) return value.some(hasTwoSources);
  if (!isObject(value)) return false;
  return ('value' in value && 'valueFrom' in value) || Object.values(value).some(hasTwoSources);
}
