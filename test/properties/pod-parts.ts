import fc from 'fast-check';
import type { Json, JsonObject } from '../../src/json.ts';
import { membersOf, valuesOf } from './schema-values.ts';
import { AMOUNT, all, few, list, NUMBER, some, WORD } from './words.ts';

/** Variables that graphs are generated with, so that an override meets them. */
const MET_VARIABLES = ['HF_HOME', 'DYN_BENCHMARK_MODE', 'DYN_LOG', 'OWN'];
/** An image whose tag tells the release, as operators from 1.4 want it. */
const IMAGE = fc.constant('registry.example.com/~:1.5.2');
const MOST_MEMBERS = 3;
/** Members of a main container that graphs are generated with. */
const GENERATED = ['args', 'image', 'workingDir', 'env', 'resources'];

/** Variables by value, some of them numbers that become text, or from a secret; names differ. */
export function variables(names: readonly string[] = MET_VARIABLES): fc.Arbitrary<Json[]> {
  const source = { valueFrom: { secretKeyRef: { name: '~', key: '~' } } };
  const value = fc.constantFrom<JsonObject>({ value: '~' }, { value: 8 }, { value: true }, source);
  const entry = fc.tuple(fc.constantFrom(...names), value).map(([name, rest]) => ({ name, ...rest }));
  return fc.uniqueArray(entry, { selector: ({ name }) => name, maxLength: 2 });
}

/** Arguments that no engine knows, one text a flag and one a value. */
export const ARGS: fc.Arbitrary<Json[]> = fc.constantFrom<Json[]>([], ['--~', '~'], ['--~=~', '--~', '8'], ['--~']);

/** Settings of an engine as one JSON text. */
export const ENGINE_ARGS: fc.Arbitrary<Json[]> = fc.constantFrom<Json[]>(
  ['--override-engine-args', '{"~":{"~":"~"}}'],
  ['--own', '~', '--override-engine-args={"kv_cache_config":{"tokens_per_block":64}}'],
);

/** Amounts of resources as a container has them. */
function amounts(): fc.Arbitrary<JsonObject> {
  return some({ cpu: AMOUNT, 'nvidia.com/gpu': fc.constantFrom<Json>('4', 4), 'rdma/ib': AMOUNT });
}

/** A main container; probes are left to the service where `hasProbes` is false. */
export function mainContainer(args: fc.Arbitrary<Json[]>, hasProbes: boolean): fc.Arbitrary<JsonObject> {
  const { livenessProbe, readinessProbe, name: _name, ...members } = membersOf('v1beta1', 'container');
  const probes = hasProbes && { livenessProbe: livenessProbe!, readinessProbe: readinessProbe! };
  const generated = some({
    args,
    image: IMAGE,
    workingDir: WORD,
    env: variables(),
    resources: some({ requests: amounts(), limits: amounts() }),
  });
  const others = few({ ...members, ...probes, ports: list(all({ containerPort: NUMBER, name: WORD })) }, MOST_MEMBERS);
  return fc.tuple(others, generated).map(([more, met]) => ({ ...without(more, GENERATED), ...met }));
}

/** An object without members that are made elsewhere. */
function without(object: JsonObject, keys: readonly string[]): JsonObject {
  return Object.fromEntries(Object.entries(object).filter(([key]) => !keys.includes(key)));
}

/** The members of a pod's spec, but for its main container. */
export function podMembers(): Readonly<Record<string, fc.Arbitrary<Json>>> {
  const { containers: _containers, ...members } = membersOf('v1beta1', 'V1PodSpec');
  const imagePullSecrets = list(all({ name: WORD }));
  return { ...members, imagePullSecrets, initContainers: list(container()), ephemeralContainers: fc.constant([]) };
}

/** A container beside the main one. */
export function container(): fc.Arbitrary<JsonObject> {
  const own = all({ name: WORD, image: IMAGE, env: list(all({ name: WORD, value: WORD })) });
  return fc.tuple(valuesOf('v1beta1', 'V1Container', 1), own).map(([base, fixed]) => ({ ...base, ...fixed }));
}

/** Labels and annotations of a pod. */
export function podMetadata(): fc.Arbitrary<JsonObject> {
  return some({ labels: ownLabels(), annotations: ownLabels() });
}

/** Texts that a YAML reader takes for something else where they stand without quotes. */
const QUOTED = ['yes', '1:30', '0x1f', '0o17', '1_000', '=', '<<', '2001-01-01', ' ~ ', '~: #~', '- ~', '~\n~\n'];

/** Those of them that the label of an object may have. */
const QUOTED_LABELS = QUOTED.filter((text) => /^\w[\w.-]*\w$/.test(text));

/** A map of texts that nobody checks, such as annotations, some of them numbers that become text. */
export function ownLabels(): fc.Arbitrary<JsonObject> {
  return some({ 'example.com/a': WORD, b: fc.constantFrom<Json>('~', 1, false, ...QUOTED) });
}

/** Labels of a graph, which the API server checks. */
export function graphLabels(): fc.Arbitrary<JsonObject> {
  return some({ 'example.com/a': WORD, b: fc.constantFrom<Json>('~', 1, false, ...QUOTED_LABELS) });
}
