import { createHash } from 'node:crypto';
import { isObject, type Json, type JsonObject } from '../json.ts';
import type { ProfileRequest } from './request.ts';

/** Everything that the profile of a request depends on, as plain values; what was not said is left out. */
export function profileInputs(request: ProfileRequest): JsonObject {
  const { model, backend, hardware, workload, sla, pickingMode } = request;
  const features = request.features.mocker ? { mocker: true } : undefined;
  const compat = request.compat === 'ours' ? undefined : request.compat;
  const inputs = { model, backend, hardware, workload, sla, pickingMode, features, compat };
  return JSON.parse(JSON.stringify(inputs satisfies Record<Exclude<keyof ProfileRequest, 'locate'>, unknown>));
}

/** A digest of plain values that does not depend on the order of keys: `sha256:` and hexadecimal digits. */
export function digestOf(value: Json): string {
  return `sha256:${createHash('sha256')
    .update(JSON.stringify(sorted(value)))
    .digest('hex')}`;
}

function sorted(value: Json): Json {
  if (Array.isArray(value)) return value.map(sorted);
  if (!isObject(value)) return value;
  const keys = Object.keys(value).sort();
  return Object.fromEntries(keys.map((key) => [key, sorted(value[key]!)]));
}
