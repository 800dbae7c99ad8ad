import { RenderError } from '../errors.ts';
import type { Json, JsonObject } from '../json.ts';
import { show } from '../words.ts';

/** Reads sizes of a configuration. Each throws RenderError MODEL_INVALID for what is no size. */
export interface FactReader {
  /** A size that has to be there. */
  readonly need: (key: string) => number;
  /** The first of `keys` that holds a number other than zero, else 0. */
  readonly first: (...keys: string[]) => number;
  /** The first of `keys` that holds a number, zero too, else `fallback`. */
  readonly orElse: (fallback: number, ...keys: string[]) => number;
}

/** Reads the text model's part of the configuration of model `id`. */
export function factReader(id: string, text: JsonObject): FactReader {
  const size = (key: string): number => positiveInteger(id, key, text[key]);
  return {
    need: size,
    first: (...keys) => {
      const key = keys.find((name) => typeof text[name] === 'number' && text[name] !== 0);
      return key === undefined ? 0 : size(key);
    },
    orElse: (fallback, ...keys) => {
      const key = keys.find((name) => typeof text[name] === 'number');
      if (key === undefined) return fallback;
      return text[key] === 0 ? 0 : size(key);
    },
  };
}

function positiveInteger(id: string, key: string, value: Json | undefined): number {
  if (typeof value === 'number' && Number.isSafeInteger(value) && value > 0) return value;
  throw new RenderError('MODEL_INVALID', {
    message: `the configuration of ${id} has ${key} ${show(value ?? null)}, wanted a positive integer`,
    path: 'spec.model',
  });
}
