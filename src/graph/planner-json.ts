import * as z from 'zod';
import { isObject, type JsonObject } from '../json.ts';
import type { PlannerFacts } from '../releases.ts';
import { bareSchema, isFloat, type PlannerConfig, plannerSchema } from './planner-schema.ts';

/** Sizes from which on the reference's serialiser writes an exponent. */
const EXPONENT_FROM = 1e16;
const EXPONENT_BELOW = 1e-5;

/**
 * The configuration as the reference prints it: compact, in the schema's order, floats with a fraction or exponent. Then
 * `additions` as they are given; without the members that a release's planner refuses, under the names that it reads.
 */
export function emitPlannerJson(
  config: PlannerConfig,
  additions: JsonObject,
  { drops, renames }: PlannerFacts,
): string {
  const shape: Readonly<Record<string, z.core.$ZodType>> = plannerSchema.shape;
  const members = Object.entries({ ...config, ...additions }).filter(([key]) => !drops.includes(key));
  return printMembers(members.map(([key, member]) => [renames[key] ?? key, emit(member, shape[key])]));
}

function emit(value: unknown, schema: z.core.$ZodType | undefined): string {
  const bare = schema && bareSchema(schema);
  if (typeof value === 'number') return isFloat(bare) ? emitFloat(value) : String(value);
  if (Array.isArray(value)) {
    const element = bare instanceof z.ZodArray ? bare.element : undefined;
    return `[${value.map((item) => emit(item, element)).join(',')}]`;
  }
  if (!isObject(value)) return JSON.stringify(value);
  const shape: Readonly<Record<string, z.core.$ZodType>> = bare instanceof z.ZodObject ? bare.shape : {};
  return printMembers(Object.entries(value).map(([key, member]) => [key, emit(member, shape[key])]));
}

function printMembers(members: readonly (readonly [key: string, text: string])[]): string {
  return `{${members.map(([key, text]) => `${JSON.stringify(key)}:${text}`).join(',')}}`;
}

/** The shortest digits that read back as `value`, as pydantic prints them: 24.0, 0.00001, 1e16, 1.5e-6. */
function emitFloat(value: number): string {
  const size = Math.abs(value);
  if (size !== 0 && (size < EXPONENT_BELOW || size >= EXPONENT_FROM)) return value.toExponential().replace('+', '');
  const text = Object.is(value, -0) ? '-0' : String(value);
  return text.includes('.') ? text : `${text}.0`;
}
