import * as z from 'zod';
import type { Layout } from '../../src/models/layout.ts';
import { BACKENDS } from '../../src/serving.ts';
import type { Alternative } from '../../src/verdict/alternatives.ts';
import type { Cost } from '../../src/verdict/cost.ts';
import type { Deployment } from '../../src/verdict/deployment.ts';
import type { EngineStanding } from '../../src/verdict/engine-standing.ts';
import type { FrontPoint } from '../../src/verdict/front.ts';
import type { LoadResult } from '../../src/verdict/load.ts';
import type { MemoryShare } from '../../src/verdict/memory.ts';
import type { Performance } from '../../src/verdict/performance.ts';
import type { RankedRow } from '../../src/verdict/ranked.ts';
import type { TargetResult } from '../../src/verdict/targets.ts';
import type { Verdict } from '../../src/verdict/verdict.ts';
import type { Unwished, WishResult } from '../../src/verdict/wishes.ts';
import type { Members } from './members.ts';

const DRAFT = 'draft-7';

const mode = z.enum(['agg', 'disagg']);
const backend = z.enum(BACKENDS);
const count = z.int().min(0);
const figure = z.number();
const field = z.enum(['ttft', 'itl', 'e2eLatency']);

const layout = z.strictObject({
  tp: count,
  pp: count,
  dp: count,
  moeTp: count,
  moeEp: count,
  cp: count,
} satisfies Members<Layout>);

const memory = z.strictObject({
  usedGib: figure,
  cardGib: figure.optional(),
  freeGib: figure.optional(),
  freePercent: figure.optional(),
} satisfies Members<MemoryShare>);

const worker = z.strictObject({
  role: z.enum(['agg', 'prefill', 'decode']),
  count: count.describe('in all replicas together'),
  gpus: count.describe('of one worker'),
  layout: layout.optional(),
  batch: count.optional().describe('sequences that one data-parallel rank batches'),
  memory: memory.optional().describe('of one GPU'),
} satisfies Members<Deployment['workers'][number]>);

const deployment = z.strictObject({
  mode,
  backend,
  backendVersion: z.string().nullable().describe('of the measured data; null where nothing was measured'),
  replicas: figure,
  gpus: figure.describe('of all replicas together'),
  budgetGpus: count.describe('hardware.totalGpus'),
  workers: z.array(worker).readonly(),
} satisfies Members<Deployment>);

const performance = z.strictObject({
  requestsPerSec: figure,
  concurrency: figure.describe('requests in flight'),
  tokensPerSec: figure.describe('output tokens'),
  tokensPerSecPerGpu: figure.describe('by the GPUs that are used'),
  tokensPerSecPerBudgetGpu: figure.describe('by the GPUs of the budget, or of those that a load takes'),
  tokensPerSecPerUser: figure,
  ttftMs: figure,
  itlMs: figure,
  requestMs: figure,
} satisfies Members<Performance>);

const target = z.strictObject({
  field,
  limitMs: figure,
  reachedMs: figure.optional(),
  isMet: z.boolean().optional(),
  isSaid: z.boolean().describe('whether the request says it; else it is a default'),
} satisfies Members<TargetResult>);

const load = z.strictObject({
  field: z.enum(['requestRate', 'concurrency']),
  wanted: figure,
  served: figure,
  isServed: z.boolean(),
  neededGpus: figure,
} satisfies Members<LoadResult>);

const alternative = z.strictObject({
  kind: z.enum(['mode', 'backend']),
  mode,
  backend,
  replicas: figure,
  gpus: figure,
  performance,
  meetsTargets: z.boolean(),
  factor: figure.optional().describe('tokens/s/GPU of the pick by those of this one'),
} satisfies Members<Alternative>);

const limit = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('target'), fields: z.array(field).readonly(), without: performance }),
  z.strictObject({ by: z.literal('memory') }),
  z.strictObject({ by: z.literal('budget'), neededGpus: figure.optional() }),
  z.strictObject({ by: z.literal('load') }),
]);

const engine = z.strictObject({
  name: z.string(),
  data: z.string(),
  words: z.string(),
  nearness: z.enum(['twin', 'near', 'foreign', 'none']),
  target: z.string(),
  targetEngine: z.string(),
  support: z.enum(['model', 'architecture', 'assumed']).optional(),
} satisfies Members<EngineStanding>);

const cost = z.strictObject({
  currency: z.string(),
  perGpuHour: figure.describe('as the price says'),
  perHour: figure,
  perMillionOutputTokens: figure.optional(),
  perMillionRequests: figure.optional(),
} satisfies Members<Cost>);

const unwished = z.strictObject({
  mode,
  backend,
  replicas: count,
  gpus: figure,
  performance,
  factor: figure.optional().describe('tokens/s/GPU of the pick by those of this one; below 1 is what the wish costs'),
} satisfies Members<Unwished>);

const wishes = z.strictObject({
  servingMode: mode.optional(),
  memoryHeadroomPercent: figure.optional().describe('of the memory of each GPU'),
  take: z.string().optional().describe('the row that was taken'),
  without: unwished.optional().describe('what would be picked if nothing were wished'),
} satisfies Members<WishResult>);

const verdict = z.strictObject({
  name: z.string(),
  namespace: z.string().optional(),
  model: z.string(),
  gpuSku: z.string(),
  system: z.string().describe('the name of the measured system'),
  isl: count,
  osl: count,
  basis: z.enum(['ranked', 'sized', 'pinned']),
  pickingMode: z.enum(['default', 'load_match', 'autoscale']),
  engine,
  deployment,
  performance: performance.optional().describe('of all replicas together at full load'),
  targets: z.array(target).readonly(),
  meetsTargets: z.boolean().optional(),
  load: load.optional(),
  alternatives: z.array(alternative).readonly(),
  wishes: wishes.optional().describe('what was wished of the pick, and what that costs'),
  limit: limit.optional().describe('what keeps the pick from serving more'),
  cost: cost.optional(),
} satisfies Members<Verdict>);

const ranked = z.strictObject({
  mode,
  rank: count,
  isPick: z.boolean(),
  deployment,
  performance,
  meetsTargets: z.boolean(),
  cost: cost.optional(),
} satisfies Members<RankedRow>);

const front = z.strictObject({
  mode,
  backend,
  workers: z.string(),
  tokensPerSecPerUser: figure,
  tokensPerSecPerGpu: figure,
  ttftMs: figure,
  itlMs: figure,
  requestMs: figure,
  meetsTargets: z.boolean(),
  isPick: z.boolean(),
} satisfies Members<FrontPoint>);

const finding = z.strictObject({
  severity: z.enum(['error', 'warning', 'info']),
  code: z.string(),
  message: z.string(),
  hint: z.string().nullable(),
  path: z.string().nullable(),
  file: z.string().nullable(),
  line: count.nullable(),
  document: count.nullable(),
  resource: z.looseObject({ kind: z.string(), name: z.string() }).nullable(),
});

const row = z.record(z.string(), z.union([z.string(), figure])).describe('columns of the reference, in its own names');
const table = z.strictObject({ bestThroughput: figure, top: z.array(row), pareto: z.array(row) });

const request = z.strictObject({
  verdict,
  ranked: z.array(ranked).describe('what was ranked, the chosen mode first'),
  front: z.array(front).describe('what nothing else of its mode beats in tokens/s for a user and a GPU'),
  warnings: z.array(finding),
  experiments: z.strictObject({ agg: table.optional(), disagg: table.optional() }),
  picked: z.array(row),
});

/** The schema of what `profile --format json` prints. */
export function makeProfileSchema(): object {
  const whole = z.strictObject({ schemaVersion: z.literal(1), requests: z.array(request) });
  const { $schema, ...schema } = z.toJSONSchema(whole, { target: DRAFT, reused: 'ref' });
  return { $schema, title: 'dgdr-render profile --format json', ...schema };
}
