import * as z from 'zod';
import { isObject, type Json, type JsonObject } from '../../src/json.ts';

/**
 * What a zod schema takes, as a schema of OpenAPI 3.0: the types that a manifest is written with. Left out are texts that are
 * read as numbers for the reference's sake, and null, which counts as absent.
 */
export function toOpenapi(schema: z.ZodType): JsonObject {
  const made = z.toJSONSchema(schema, {
    io: 'input',
    target: 'openapi-3.0',
    unrepresentable: 'any',
    override: ({ zodSchema, jsonSchema }) => {
      const { def } = zodSchema._zod;
      // Our own checks are all for mappings.
      if (def.type === 'custom') jsonSchema.type = 'object';
      if (def.type === 'pipe' && def.out._zod.def.type !== 'transform')
        narrow(jsonSchema, toOpenapi(def.out as z.ZodType));
    },
  });
  return tidy(made as Json) as JsonObject;
}

/** The first half of a pipe with what its second half asks for; whole numbers stay whole. */
function narrow(first: z.core.JSONSchema.BaseSchema, second: JsonObject): void {
  Object.assign(first, second, first.type === 'integer' && { type: 'integer' });
}

/** Bounds that zod has for every whole number. */
const SAFE: readonly Json[] = [Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER];

function tidy(value: Json): Json {
  if (Array.isArray(value)) return value.map(tidy);
  if (!isObject(value)) return value;
  const { nullable: _absent, ...given } = value;
  const bounded = given.type === 'integer' && given.exclusiveMinimum === true ? wholeAbove(given) : given;
  const entries = Object.entries(bounded).filter(([, member]) => !SAFE.includes(member));
  return Object.fromEntries(entries.map(([key, member]) => [key, tidy(member)]));
}

/** A bound that whole numbers reach. */
function wholeAbove({ exclusiveMinimum: _isReached, minimum, ...others }: JsonObject): JsonObject {
  return { ...others, minimum: Number(minimum) + 1 };
}
