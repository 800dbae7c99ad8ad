import { RenderError } from '../errors.ts';
import { isObject, type Json, type JsonObject } from '../json.ts';
import { show } from '../words.ts';
import { type NamedAlgorithm, namedAlgorithms, type QuantSource } from './checkpoint-quant.ts';

/** Reads sizes of a configuration. Each throws RenderError MODEL_INVALID for what is no size. */
export interface FactReader {
  /** A size that has to be there. */
  readonly need: (key: string) => number;
  /** The first of `keys` that holds a number other than zero, else 0. */
  readonly first: (...keys: string[]) => number;
  /** The first of `keys` that holds a number, zero too, else `fallback`. */
  readonly orElse: (fallback: number, ...keys: string[]) => number;
  /** What stands under a key of the text model's part. */
  readonly value: (key: string) => Json | undefined;
  /** A size of the whole configuration that may be left out, 0 then. */
  readonly ofRoot: (key: string) => number;
  /** A text of the text model's part, else of the whole configuration; undefined where neither says it. */
  readonly text: (key: string) => string | undefined;
  /** Modules that a checkpoint names with their algorithms. */
  readonly moduleAlgorithms: () => readonly NamedAlgorithm[];
  /** A reader of the object under a key of the text model's part. */
  readonly within: (key: string) => FactReader;
  /** That a key holds something else than `wanted`. */
  readonly refusal: (key: string, wanted: string) => RenderError;
}

/** What is read: the text model's part of the configuration of model `id`, and the whole of it. */
interface ReadFiles {
  readonly text: JsonObject;
  readonly root: JsonObject;
  readonly quantSource: QuantSource;
}

/** Reads the configuration of model `id`. */
export function factReader(id: string, { text, root, quantSource }: ReadFiles): FactReader {
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
    value: (key) => text[key],
    ofRoot: (key) => (root[key] ? positiveInteger(id, key, root[key]) : 0),
    text: (key) => {
      const value = text[key] ?? root[key];
      return typeof value === 'string' ? value : undefined;
    },
    moduleAlgorithms: () => namedAlgorithms(quantSource),
    within: (key) => {
      const value = text[key];
      if (!isObject(value)) throw refusal(id, { key, value, wanted: 'an object' });
      return factReader(id, { text: value, root, quantSource });
    },
    refusal: (key, wanted) => refusal(id, { key, value: text[key], wanted }),
  };
}

function positiveInteger(id: string, key: string, value: Json | undefined): number {
  if (typeof value === 'number' && Number.isSafeInteger(value) && value > 0) return value;
  throw refusal(id, { key, value, wanted: 'a positive integer' });
}

interface Refused {
  readonly key: string;
  readonly value: Json | undefined;
  readonly wanted: string;
}

function refusal(id: string, { key, value, wanted }: Refused): RenderError {
  return new RenderError('MODEL_INVALID', {
    message: `the configuration of ${id} has ${key} ${show(value ?? null)}, wanted ${wanted}`,
    path: 'spec.model',
  });
}
