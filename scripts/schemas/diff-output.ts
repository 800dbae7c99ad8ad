import * as z from 'zod';
import { type Cause, INPUT_WORDS, type InputName } from '../../src/commands/diff/causes.ts';
import type { AnswerJson, ChangeJson, NoteJson, ReviewJson, TargetJson } from '../../src/commands/diff/diff-json.ts';
import { CHANGE_KINDS } from '../../src/commands/diff/review.ts';
import type { Figures } from '../../src/compare/figures.ts';
import type { Members } from './members.ts';

const count = z.int().min(0);
const text = z.string();
const figure = z.number().nullable();

const figures = z.strictObject({
  mode: text,
  backend: text,
  backendVersion: text.nullable().describe('of the measured data'),
  gpuSku: text,
  workers: text.describe('of each role in all replicas together'),
  replicas: z.number(),
  gpus: z.number().describe('of all workers'),
  budgetGpus: count.describe('hardware.totalGpus'),
  neededGpus: figure.describe('that serve the load that is asked for'),
  requestsPerSec: figure,
  concurrency: figure.describe('requests in flight'),
  tokensPerSec: figure.describe('output tokens'),
  tokensPerSecPerGpu: figure.describe('by the GPUs of the budget, or of those that a load takes'),
  tokensPerSecPerUser: figure,
  ttftMs: figure,
  itlMs: figure,
  requestMs: figure,
  meetsTargets: z.boolean().nullable(),
  servesLoad: z.boolean().nullable(),
  memoryFreePercent: figure.describe('of the GPU that has the least left'),
  currency: text.nullable(),
  costPerHour: figure,
  costPerMillionOutputTokens: figure,
  costPerMillionRequests: figure,
  neededCostPerHour: figure.describe('of the GPUs that serve the load'),
} satisfies Members<Figures>);

const note = z.strictObject({ code: text, message: text, hint: text.nullable() } satisfies Members<NoteJson>);

const target = z.strictObject({
  field: z.enum(['ttft', 'itl', 'e2eLatency']),
  limitMs: z.number(),
  reachedMs: figure.describe('null where it was not estimated'),
  isMet: z.boolean().nullable(),
} satisfies Members<TargetJson>);

const answer = z.strictObject({
  figures: figures.nullable().describe('null where there is no pick; refusals say why'),
  targets: z.array(target),
  engine: text.nullable(),
  refusals: z.array(note),
} satisfies Members<AnswerJson>);

const cause = z.strictObject({
  input: z.enum(Object.keys(INPUT_WORDS) as InputName[]),
  details: z.array(text),
} satisfies Members<Cause>);

const change = z.strictObject({
  change: z.enum(CHANGE_KINDS),
  name: text,
  namespace: text.nullable(),
  file: text.describe('from the working directory; of a request that went, where it stood'),
  previousFile: text.nullable().describe('where it stood, if that is another file'),
  causes: z.array(cause),
  before: answer.nullable(),
  after: answer.nullable(),
  refusal: note.nullable().describe("why the operator refuses the update under the graph's name"),
} satisfies Members<ChangeJson>);

const review = z.strictObject({
  schemaVersion: z.literal(1),
  revision: z.strictObject({ name: text, commit: text }),
  summary: z.strictObject({
    ...{ added: count, removed: count, changed: count, moved: count, unchanged: count },
    refused: count.describe('updates that the operator refuses'),
    failed: count.describe('requests that cannot be rendered'),
  } satisfies Members<ReviewJson['summary']>),
  requests: z.array(change),
} satisfies Members<ReviewJson>);

/** The schema of `diff --format json`. */
export function makeDiffSchema(): object {
  return { ...z.toJSONSchema(review, { target: 'draft-7' }), title: 'dgdr-render diff --format json' };
}
