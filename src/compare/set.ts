import { RenderError, RenderErrors } from '../errors.ts';
import { isObject, type Json, type JsonObject } from '../json.ts';
import { doubtsOf } from '../krm/doubts.ts';
import { parseStream } from '../krm/parse-yaml.ts';
import { defaultRow, SETTING_PATHS } from '../request/defaults.ts';
import { PREFIX } from '../request/routing.ts';

/** A value that a field is set to, as it was written; undefined where the field is left out. */
export interface SetValue {
  readonly text: string;
  readonly value: Json | undefined;
}

/** A field with the values that are compared. */
export interface FieldSet {
  /** As it was written, such as `sla.itl`. */
  readonly path: string;
  /** The keys that lead to it from the top of the request. */
  readonly keys: readonly string[];
  /** Each once. */
  readonly values: readonly SetValue[];
}

const SHAPE = /^([\w.-]+)=(.*)$/s;
const HINT =
  'write it as --set sla.itl=10,15,20: a field below spec, and values as YAML has them; none leaves the field out';

/**
 * Fields and values of texts such as `sla.itl=10,15,20`; those of one field together. A setting that requests say by an
 * annotation is set by that.
 * @throws RenderErrors CONFIG_INVALID
 */
export function readSets(texts: readonly string[]): readonly FieldSet[] {
  const sets = new Map<string, FieldSet>();
  const errors: RenderError[] = [];
  for (const text of texts) {
    const [, path, list] = SHAPE.exec(text) ?? [];
    if (path === undefined || list === undefined) {
      errors.push(invalid(`${text} does not set a field`));
      continue;
    }
    const values = list.split(',').map((one) => readValue(one.trim()));
    errors.push(...values.filter((value) => value instanceof RenderError));
    const known = sets.get(path)?.values ?? [];
    sets.set(path, { path, keys: keysOf(path), values: distinct([...known, ...values.filter(isValue)]) });
  }
  if (errors.length > 0) throw new RenderErrors(errors);
  return [...sets.values()];
}

function isValue(one: SetValue | RenderError): one is SetValue {
  return !(one instanceof RenderError);
}

function keysOf(path: string): readonly string[] {
  const setting = SETTING_PATHS.find((known) => known === path);
  const annotation = setting && defaultRow(setting).annotation;
  return annotation === undefined
    ? ['spec', ...path.split('.')]
    : ['metadata', 'annotations', `${PREFIX}${annotation}`];
}

/** A value as it would stand behind the field in a file. */
function readValue(text: string): SetValue | RenderError {
  if (text === '') return { text, value: undefined };
  const object = parsed(text);
  const value = object?.value;
  if (value === undefined || Object.keys(object ?? {}).length > 1) return invalid(`${text} is no value`);
  return { text, value };
}

function parsed(text: string): JsonObject | undefined {
  try {
    const [first, ...others] = parseStream(`value: ${text}\n`, { file: '--set' });
    if (first?.resource === undefined || others.length > 0 || doubtsOf(first.resource).length > 0) return undefined;
    return isObject(first.resource.object) ? first.resource.object : undefined;
  } catch (error) {
    if (error instanceof RenderError || error instanceof RenderErrors) return undefined;
    throw error;
  }
}

function invalid(what: string): RenderError {
  return new RenderError('CONFIG_INVALID', { message: `--set: ${what}`, hint: HINT });
}

function distinct(values: readonly SetValue[]): readonly SetValue[] {
  return [...new Map(values.map((one) => [JSON.stringify({ value: one.value }), one])).values()];
}
