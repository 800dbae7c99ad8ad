import { createHash } from 'node:crypto';
import { isObject, type Json, type JsonObject, updateIn } from '../json.ts';
import { listIn, objectIn } from '../json-reading.ts';

/** Stands for the hash in templates that it is made of; no text of a cluster has such a character. */
export const HASH_TO_COME = '\u0000';

const PLAIN = /^[ !#-[\]-~]*$/;

/** 8 hexadecimal digits that change with any of the values, and not with the order of keys. */
export function hashOf(values: readonly Json[]): string {
  return createHash('sha256')
    .update(canonical([...values]))
    .digest('hex')
    .slice(0, 8);
}

/** A template in which the hash takes its place: in labels, and among the variables of the main container. */
export function withHash(template: JsonObject, hash: string): JsonObject {
  const filled = (text: Json): Json => (typeof text === 'string' ? text.replaceAll(HASH_TO_COME, hash) : text);
  const [main, ...others] = listIn(template, 'spec', 'containers');
  const env = listIn(main, 'env').map((one) => {
    return isObject(one) && one.value === HASH_TO_COME ? { ...one, value: hash } : one;
  });
  const labels = Object.entries(objectIn(template, 'metadata', 'labels')).map(([key, value]) => [key, filled(value)]);
  const labelled = updateIn(template, ['metadata', 'labels'], () => Object.fromEntries(labels));
  return updateIn(labelled, ['spec', 'containers'], () => [{ ...Object(main), env }, ...others]);
}

function canonical(value: Json): string {
  if (typeof value === 'string') return quoted(value);
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  if (!isObject(value)) return JSON.stringify(value);
  let text = '{';
  for (const key of Object.keys(value).sort()) text += `${quoted(key)}:${canonical(value[key] ?? null)},`;
  return `${text}}`;
}

/** Most texts need nothing but quotes. */
function quoted(text: string): string {
  return PLAIN.test(text) ? `"${text}"` : JSON.stringify(text);
}
