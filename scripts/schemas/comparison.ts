import * as z from 'zod';
import { CRITERION_NAMES } from '../../src/compare/best.ts';
import type { Figures } from '../../src/compare/figures.ts';
import { SCHEMA_VERSION } from '../../src/compare/formats/json.ts';
import { CODES, type Code } from '../../src/errors.ts';
import { BACKENDS, MODES } from '../../src/serving.ts';
import type { Members } from './members.ts';

const text = z.string();
const number = z.number();
const optional = (schema: z.ZodType) => schema.nullable();
/** A value of YAML, which stands there as it was set. */
const value = z.unknown();

const figures = z.strictObject({
  mode: z.enum(MODES),
  backend: z.enum(BACKENDS),
  backendVersion: optional(text).describe('of the measured data; null where nothing was measured'),
  gpuSku: text,
  workers: text.describe('in all replicas together'),
  replicas: number,
  gpus: number.describe('of all workers'),
  budgetGpus: number.describe('hardware.totalGpus'),
  neededGpus: optional(number).describe('that serve the load that is asked for, whatever the budget is'),
  requestsPerSec: optional(number),
  concurrency: optional(number).describe('requests in flight'),
  tokensPerSec: optional(number).describe('output tokens'),
  tokensPerSecPerGpu: optional(number).describe('by the GPUs of the budget, or of those that a load takes'),
  tokensPerSecPerUser: optional(number),
  ttftMs: optional(number),
  itlMs: optional(number),
  requestMs: optional(number),
  meetsTargets: optional(z.boolean()),
  servesLoad: optional(z.boolean()),
  memoryFreePercent: optional(number).describe('of the GPU that has the least left'),
  currency: optional(text),
  costPerHour: optional(number),
  costPerMillionOutputTokens: optional(number).describe('at full load'),
  costPerMillionRequests: optional(number).describe('at full load'),
  neededCostPerHour: optional(number).describe('of the GPUs that serve the load'),
} satisfies Members<Figures>);

const note = z.strictObject({
  code: z.enum(Object.keys(CODES) as [Code, ...Code[]]),
  message: text,
  path: optional(text),
  hint: optional(text),
});

const combination = z.strictObject({
  set: z.record(text, value).describe('the value of each field that is set; null where it is left out'),
  changes: z
    .array(z.strictObject({ path: text, from: value, to: value }))
    .describe('what differs from the request as written'),
  isBest: z.boolean(),
  figures: optional(figures).describe('null where the combination was refused'),
  factor: optional(number).describe('tokens/s/GPU by those of the request as written'),
  refusals: z.array(note),
  warnings: z.array(note),
});

const comparison = z.strictObject({
  name: text,
  namespace: optional(text),
  file: text,
  by: z.enum(CRITERION_NAMES as [string, ...string[]]),
  answer: text.describe('the best in words'),
  paths: z.array(text).describe('the fields that are set'),
  asWritten: combination,
  combinations: z.array(combination),
});

/** The schema of what `compare --format json` prints. */
export function makeComparisonSchema(): object {
  const schema = z.strictObject({ schemaVersion: z.literal(SCHEMA_VERSION), comparisons: z.array(comparison) });
  return { title: 'dgdr-render compare --format json', ...z.toJSONSchema(schema, { target: 'draft-7' }) };
}
