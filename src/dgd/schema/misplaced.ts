import type { GraphVersion } from '../../releases.ts';
import type { Path } from '../problem.ts';
import type { Schema } from './json-schema.ts';

/** A part of a service where fields of pods and containers stand, in the words of a hint and by its definition. */
interface Part {
  /** Keys below the service; of a list the one item that is meant. */
  readonly words: string;
  readonly definition: string;
}

/** How a version nests the parts of a service. */
interface Layout {
  /** Keys above the name or position of a service. */
  readonly services: Path;
  /** In the order in which a field is looked for. */
  readonly parts: readonly Part[];
  /** Which part a path below a service is in; undefined anywhere else. */
  readonly partOf: (keys: string) => string | undefined;
  /** Fields by other names that people know from pods. */
  readonly renamed: Readonly<Record<string, string>>;
}

const LAYOUTS: Readonly<Record<GraphVersion, Layout>> = {
  v1alpha1: {
    services: ['spec', 'services'],
    parts: [
      { words: 'extraPodSpec.mainContainer', definition: 'container' },
      { words: 'extraPodSpec', definition: 'extraPodSpec' },
      { words: '', definition: 'service' },
    ],
    partOf: (keys) => keys,
    renamed: { env: 'envs', envFrom: 'envFromSecret', gpu: 'resources.limits.gpu', gpus: 'resources.limits.gpu' },
  },
  v1beta1: {
    services: ['spec', 'components'],
    parts: [
      { words: 'podTemplate.spec.containers[name: main]', definition: 'V1Container' },
      { words: 'podTemplate.spec', definition: 'V1PodSpec' },
      { words: '', definition: 'component' },
    ],
    partOf: (keys) => keys.replace(/^podTemplate\.spec\.containers\.\d+$/, 'podTemplate.spec.containers[name: main]'),
    renamed: {
      envs: 'podTemplate.spec.containers[name: main].env',
      envFromSecret: 'podTemplate.spec.containers[name: main].envFrom',
      mainContainer: 'podTemplate.spec.containers[name: main]',
      extraPodSpec: 'podTemplate.spec',
    },
  },
};

/**
 * Where a field that a service has not in this place belongs: to its container, its pod, or itself. Undefined where nothing of a
 * service has it.
 */
export function rightPlace(
  path: Path,
  version: GraphVersion,
  definition: (name: string) => Schema,
): string | undefined {
  const { services, parts, partOf, renamed } = LAYOUTS[version];
  if (services.some((key, i) => path[i] !== key)) return undefined;
  const [, ...keys] = path.slice(services.length);
  const name = String(keys.pop() ?? '');
  const here = partOf(keys.join('.'));
  if (!parts.some(({ words }) => words === here)) return undefined;
  if (Object.hasOwn(renamed, name)) return renamed[name];
  const home = parts.find(({ words, definition: of }) => {
    return words !== here && Object.hasOwn(definition(of).properties ?? {}, name);
  });
  return home && (home.words === '' ? name : `${home.words}.${name}`);
}
