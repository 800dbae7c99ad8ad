import { isFilled, objectIn } from '../../json-reading.ts';
import type { Path } from '../problem.ts';
import { isLabelKey, isNamed } from './name-syntax.ts';
import { type Breach, CEL, type GraphView, type Rule, show, when } from './rule.ts';

const METADATA: Path = ['metadata'];
/** UTF-8 bytes of the keys and values of all annotations. */
const ANNOTATION_BYTES = 262_144;

/** What the API server asks of every object's metadata (Kubernetes 1.34, apimachinery, pkg/api/validation/objectmeta.go). */
export const METADATA_RULES: readonly Rule[] = [
  {
    name: 'a graph has a name',
    severity: 'error',
    why: CEL,
    hint: 'set metadata.name',
    breaches: ({ graph }) => {
      const { name, generateName } = objectIn(graph, 'metadata');
      return when(!isFilled(name) && !isFilled(generateName), [...METADATA, 'name'], 'there is no name');
    },
  },
  {
    name: 'the name is one of a resource',
    severity: 'error',
    why: CEL,
    hint: 'use lower-case letters, digits and inner hyphens',
    breaches: (view) => misnamed(view, 'name', (text) => isNamed('subdomain', text)),
  },
  {
    name: 'the namespace is a DNS label',
    severity: 'error',
    why: CEL,
    hint: 'use at most 63 lower-case letters, digits and inner hyphens',
    breaches: (view) => misnamed(view, 'namespace', (text) => isNamed('label', text)),
  },
  {
    name: 'labels have keys and values of labels',
    severity: 'error',
    why: CEL,
    hint: 'use at most 63 letters, digits, dots, hyphens and underscores, and letters or digits at both ends',
    breaches: (view) => [
      ...badKeys(view, 'labels', isLabelKey),
      ...entries(view, 'labels').flatMap(([key, value]) =>
        when(!isNamed('labelValue', value), [...METADATA, 'labels', key], `${show(value)} is no value of a label`),
      ),
    ],
  },
  {
    name: 'annotations have keys of annotations',
    severity: 'error',
    why: CEL,
    hint: 'use a name such as example.com/owner',
    breaches: (view) => badKeys(view, 'annotations', (key) => isLabelKey(key.toLowerCase())),
  },
  {
    name: 'annotations are not too large',
    severity: 'error',
    why: CEL,
    hint: 'keep large texts in a ConfigMap',
    breaches: (view) => {
      const bytes = entries(view, 'annotations').reduce((sum, [key, value]) => sum + Buffer.byteLength(key + value), 0);
      const found = `annotations have ${bytes} bytes, wanted at most ${ANNOTATION_BYTES}`;
      return when(bytes > ANNOTATION_BYTES, [...METADATA, 'annotations'], found);
    },
  },
];

function misnamed({ graph }: GraphView, key: string, isFine: (text: string) => boolean): Breach[] {
  const name = objectIn(graph, 'metadata')[key];
  const isBroken = typeof name === 'string' && name !== '' && !isFine(name);
  return when(isBroken, [...METADATA, key], `${show(name)} is no ${key} of a resource`);
}

type Texts = 'labels' | 'annotations';

function badKeys(view: GraphView, texts: Texts, isFine: (key: string) => boolean): Breach[] {
  return entries(view, texts).flatMap(([key]) =>
    when(!isFine(key), [...METADATA, texts, key], `${show(key)} is no key for ${texts}`),
  );
}

function entries({ graph }: GraphView, texts: Texts): [string, string][] {
  return Object.entries(objectIn(graph, 'metadata', texts)).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  );
}
