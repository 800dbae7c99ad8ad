import { rowNamed, wishWords } from '../request/wishes.ts';
import { counted } from '../words.ts';
import type { Alternative } from './alternatives.ts';
import type { Cost } from './cost.ts';
import type { EngineStanding, Nearness } from './engine-standing.ts';
import { replicaWords } from './layout-words.ts';
import type { Limit } from './limit.ts';
import type { LoadResult } from './load.ts';
import type { TargetResult } from './targets.ts';
import type { Verdict } from './verdict.ts';
import type { WishResult } from './wishes.ts';

/** A line of a verdict for people: what it is about, and what is so. */
export interface VerdictLine {
  readonly label: string;
  readonly text: string;
}

/** What a verdict is about: the request, its model, card and lengths. */
export function verdictTitle({ name, namespace, model, gpuSku, isl, osl }: Verdict): string {
  const whole = namespace === undefined ? name : `${namespace}/${name}`;
  return `${whole}: ${model} on ${gpuSku}, isl ${isl}, osl ${osl}`;
}

/** A verdict in words, its most important lines first. */
export function verdictLines(verdict: Verdict): readonly VerdictLine[] {
  const { targets, load, wishes, alternatives, limit, cost, engine } = verdict;
  return [
    line('pick', pickWords(verdict)),
    line('serves', servesWords(verdict)),
    line('load', load && loadWords(load)),
    ...targets.map((target) => line(target.field, targetWords(target, verdict))),
    line('memory', memoryWords(verdict)),
    line('wishes', wishes && wishLine(wishes)),
    ...alternatives.map((one) => line('against', againstWords(one))),
    line('limit', limit && limitWords(limit)),
    line('cost', cost && costWords(cost)),
    line('engine', engineWords(engine, verdict)),
  ].filter(({ text }) => text !== '');
}

function line(label: string, text: string | undefined): VerdictLine {
  return { label, text: text ?? '' };
}

function pickWords({ deployment, basis, pickingMode }: Verdict): string {
  const { mode, backend, backendVersion, replicas, gpus, budgetGpus } = deployment;
  const engine = backendVersion === null ? backend : `${backend} ${backendVersion}`;
  const gpuWords = `${gpus} of ${budgetGpus} GPUs`;
  const workers = replicaWords(deployment);
  if (basis === 'pinned') return `${mode} with ${backend}: ${workers}, as a cluster made it, on ${gpuWords}`;
  const how = `${mode} with ${engine}: ${counted(replicas, 'replica')} of ${workers} on ${gpuWords}`;
  if (basis === 'sized') return `${how}, sized from memory: nothing was measured, so nothing is said of speed`;
  return pickingMode === 'autoscale' ? `${how}, for a planner to scale` : how;
}

function servesWords({ performance }: Verdict): string {
  if (performance === undefined) return '';
  const { requestsPerSec, concurrency, tokensPerSec, tokensPerSecPerGpu } = performance;
  return `${requestsPerSec} requests/s of ${concurrency} concurrent users, ${tokensPerSec} tokens/s (${tokensPerSecPerGpu} a GPU)`;
}

function loadWords({ field, wanted, served, isServed, neededGpus }: LoadResult): string {
  const asked = `${field} ${wanted} was asked for`;
  return isServed ? `${asked} and is served` : `${asked}, ${served} is served: all of it takes ${neededGpus} GPUs`;
}

/** Latencies in the order of their fields. */
const REACHED = {
  ttft: () => '',
  itl: ({ performance }: Verdict) => ` (${performance?.tokensPerSecPerUser} tokens/s a user)`,
  e2eLatency: ({ performance }: Verdict) => ` (ttft ${performance?.ttftMs} ms, itl ${performance?.itlMs} ms)`,
} as const satisfies Record<TargetResult['field'], (verdict: Verdict) => string>;

function targetWords({ field, limitMs, reachedMs, isMet, isSaid }: TargetResult, verdict: Verdict): string {
  const target = `${isSaid ? 'target' : 'default target'} ${limitMs} ms`;
  if (reachedMs === undefined) return `not known, ${target}`;
  return `${reachedMs} ms${REACHED[field](verdict)}, ${target}: ${isMet ? 'met' : 'MISSED'}`;
}

function memoryWords({ deployment }: Verdict): string {
  return deployment.workers
    .flatMap(({ role, memory }) => {
      if (memory === undefined) return [];
      const { usedGib, cardGib, freeGib, freePercent } = memory;
      const used = `${role === 'agg' ? '' : `${role} `}${usedGib}`;
      return [
        cardGib === undefined
          ? `${used} GiB a GPU`
          : `${used} of ${cardGib} GiB a GPU, ${freePercent} % (${freeGib} GiB) free`,
      ];
    })
    .join('; ');
}

function againstWords({ kind, mode, backend, performance, gpus, meetsTargets, factor }: Alternative): string {
  const name = `the best ${kind === 'mode' ? `of ${mode}, with ${backend}` : `of ${backend}, ${mode}`}`;
  const times = factor === undefined ? 'serves, unlike' : `${factor} times the tokens/s/GPU of`;
  const misses = meetsTargets ? '' : ', and misses the targets';
  return `${times} ${name}, which has ${performance.tokensPerSecPerBudgetGpu} on ${counted(gpus, 'GPU')}${misses}`;
}

/** What was wished, and what would be picked without. */
function wishLine({ servingMode, memoryHeadroomPercent, take, without }: WishResult): string {
  const wished = wishWords({ servingMode, memoryHeadroomPercent, take: rowNamed(take) });
  if (without === undefined) return wished;
  const { mode, backend, gpus, performance, factor } = without;
  const costs = factor === undefined ? '' : `, of whose tokens/s/GPU this has ${factor} times`;
  return `${wished}; else ${mode} with ${backend}, ${performance.requestsPerSec} requests/s on ${counted(gpus, 'GPU')}${costs}`;
}

function limitWords(limit: Limit): string {
  if (limit.by === 'load') return 'none: the load that was asked for is served';
  if (limit.by === 'memory') return 'the memory of the card: it holds no larger batch, and the targets leave room';
  if (limit.by === 'budget') {
    const { neededGpus } = limit;
    return `the budget: only more GPUs serve more${neededGpus === undefined ? '' : `, ${neededGpus} the whole load`}`;
  }
  const { tokensPerSecPerBudgetGpu, ttftMs, itlMs } = limit.without;
  const [what, whom] = limit.fields.length === 1 ? ['target', 'it'] : ['targets', 'them'];
  const fields = limit.fields.join(' and ');
  return `the ${what} ${fields}: without ${whom} ${tokensPerSecPerBudgetGpu} tokens/s/GPU at ttft ${ttftMs} ms, itl ${itlMs} ms`;
}

function costWords({ currency, perHour, perMillionOutputTokens, perMillionRequests }: Cost): string {
  const parts = [
    `${perHour} ${currency} an hour`,
    ...(perMillionOutputTokens === undefined ? [] : [`${perMillionOutputTokens} a million output tokens`]),
    ...(perMillionRequests === undefined ? [] : [`${perMillionRequests} a million requests`]),
  ];
  return parts.join(', ');
}

const NEARNESS_WORDS = {
  twin: ({ target }: EngineStanding) => `as the profiler of Dynamo ${target} has it`,
  near: ({ target, targetEngine }: EngineStanding) => `near ${targetEngine}, which Dynamo ${target} profiles with`,
  foreign: ({ target, targetEngine }: EngineStanding) =>
    `in place of ${targetEngine} of Dynamo ${target}, which does not have the model's family`,
  none: () => 'profiled in a cluster',
} as const satisfies Record<Nearness, (engine: EngineStanding) => string>;

const SUPPORT_WORDS = {
  model: 'recorded runs of the model vouch for it',
  architecture: 'recorded runs of its architecture vouch for it, not of the model',
  assumed: 'no recorded run vouches for it, support is assumed',
} as const satisfies Record<NonNullable<EngineStanding['support']>, string>;

function engineWords(engine: EngineStanding, { basis }: Verdict): string {
  if (basis === 'sized') return 'none, since nothing was measured';
  const near = NEARNESS_WORDS[engine.nearness](engine);
  if (basis === 'pinned') return near;
  const support = engine.support === undefined ? '' : `; ${SUPPORT_WORDS[engine.support]}`;
  return `${engine.words}, ${near}${support}`;
}
