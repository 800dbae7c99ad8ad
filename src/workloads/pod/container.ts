import { isObject, type Json, type JsonObject } from '../../json.ts';
import { listIn } from '../../json-reading.ts';
import type { Facts } from '../facts.ts';
import { portOf, rowsOf } from '../tables/containers.ts';
import type { Tables } from '../tables/tables.ts';
import { environment } from './environment.ts';

/** Name of the container that runs the component. */
export const MAIN = 'main';

/** The order in which a container is written; what is not listed follows. */
const KEYS = [
  ...['name', 'image', 'imagePullPolicy', 'command', 'args', 'workingDir', 'ports', 'envFrom', 'env', 'resources'],
  ...['volumeMounts', 'livenessProbe', 'readinessProbe', 'startupProbe', 'lifecycle', 'securityContext'],
];

/**
 * The container `main`: the defaults of the type, and over them every field of the user that is not empty. Lists and probes
 * replace as a whole, variables meet by name.
 */
export function mainContainer(facts: Facts, tables: Tables): JsonObject {
  const { type, main } = facts.component;
  const { command = [], args = [] } = rowsOf(tables.commands, type).at(-1) ?? {};
  const defaults = {
    command: [...command],
    args: [...args],
    ports: rowsOf(tables.ports, type).map((row) => portOf(row, 'containerPort')),
    ...Object.fromEntries(rowsOf(tables.probes, type).map(({ kind, probe }) => [kind, probe])),
  };
  const env = environment(facts, tables.variables, listIn(main, 'env'));
  return inOrder(filled({ ...defaults, ...filled(main), env, name: MAIN }), KEYS);
}

/** The members that say something; nulls, empty texts, lists and maps do not. */
export function filled(object: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => !isEmpty(value)));
}

/** A copy with the named keys first, in their order. */
export function inOrder(object: JsonObject, keys: readonly string[]): JsonObject {
  const ordered: JsonObject = {};
  for (const key of keys) if (Object.hasOwn(object, key)) ordered[key] = object[key] ?? null;
  return { ...ordered, ...object };
}

function isEmpty(value: Json): boolean {
  if (value === null || value === '') return true;
  return (Array.isArray(value) || isObject(value)) && Object.keys(value).length === 0;
}
