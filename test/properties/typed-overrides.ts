import fc from 'fast-check';
import type { JsonObject } from '../../src/json.ts';
import type { GraphVersion } from '../../src/releases.ts';
import type { Cell } from './cells.ts';
import { membersOf, valuesOf } from './schema-values.ts';
import { services } from './shared-parts.ts';
import { few } from './words.ts';

/** What a version calls a service in its schema, and how it lists them. */
const SERVICES: Readonly<Record<GraphVersion, { readonly type: string; readonly key: string }>> = {
  v1alpha1: { type: 'service', key: 'services' },
  v1beta1: { type: 'component', key: 'components' },
};

/** Overrides in which everything has its type, and nothing else is heeded: rules across fields are often broken. */
export function typedOverrides(cell: Cell): fc.Arbitrary<JsonObject> {
  const version = cell.overrideVersion;
  const { type, key } = SERVICES[version];
  const { [key]: _services, ...members } = membersOf(version, 'spec');
  const parts = services(cell, () => valuesOf(version, type));
  return fc.tuple(valuesOf(version, 'V1ObjectMeta', 1), few(members), parts).map(([metadata, fields, chosen]) => {
    const listed = chosen.map(({ name, words }): JsonObject => ({ ...words, name }));
    const mapped = Object.fromEntries(chosen.map(({ name, words }) => [name, words]));
    const spec: JsonObject = { ...fields, [key]: version === 'v1beta1' ? listed : mapped };
    return { apiVersion: `nvidia.com/${version}`, kind: 'DynamoGraphDeployment', metadata, spec };
  });
}
