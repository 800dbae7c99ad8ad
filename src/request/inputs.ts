import { createHash } from 'node:crypto';
import { isObject, type Json, type JsonObject } from '../json.ts';
import { mendsInput } from './mends.ts';
import type { ProfileRequest } from './request.ts';
import { wishTexts } from './wishes.ts';

/** What profiles: a generation of the engine, and a release of measured data. */
interface ProfiledBy {
  readonly engine: string;
  readonly data: string;
}

/** Those of locks that name none: the first ones, which were there before there was a choice. */
export const FIRST: ProfiledBy = { engine: '0.10', data: '0.10' };

/** Everything that the profile of a request depends on, as plain values; what was not said is left out. */
export function profileInputs(request: ProfileRequest, by: ProfiledBy): JsonObject {
  const { model, backend, hardware, workload, pickingMode } = request;
  // Which of a pair is a default changes warnings alone, and locks have never known it.
  const sla = { ...request.sla, assumed: undefined };
  const features = request.features.mocker ? { mocker: true } : undefined;
  const compat = mendsInput(request.mends);
  const engine = by.engine === FIRST.engine ? undefined : by.engine;
  const data = by.data === FIRST.data ? undefined : by.data;
  const support = request.support === 'recorded' ? undefined : request.support;
  const wishes = wishTexts(request.wishes);
  const inputs = { model, backend, hardware, workload, sla, pickingMode, support, features, compat, engine, data };
  // The mends are kept as what turns them on and off, and wishes as they are written.
  type Input = Exclude<keyof ProfileRequest, 'locate' | 'mends' | 'wishes'> | 'compat' | keyof ProfiledBy;
  return JSON.parse(JSON.stringify({ ...(inputs satisfies Record<Input, unknown>), ...wishes }));
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
