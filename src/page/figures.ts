import { tightestMemory } from '../verdict/deployment.ts';
import type { TargetResult } from '../verdict/targets.ts';
import type { Verdict } from '../verdict/verdict.ts';
import type { PageFigure } from './data.ts';

/** The figures that one looks for first; those of them that are known. */
export function pageFigures(verdict: Verdict): readonly PageFigure[] {
  const { targets } = verdict;
  return [
    ...servedFigures(verdict),
    ...targets.flatMap(targetFigure),
    ...sizeFigures(verdict),
    ...costFigures(verdict),
  ];
}

/** A number as people read it; whole from a hundred on. */
function shortFigure(value: number): string {
  const digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2;
  return value.toLocaleString('en', { maximumFractionDigits: digits });
}

function servedFigures({ performance, load }: Verdict): readonly PageFigure[] {
  if (performance === undefined) return [];
  const { tokensPerSecPerBudgetGpu, tokensPerSec, requestsPerSec, concurrency } = performance;
  const wanted =
    load && `, ${shortFigure(load.wanted)} ${load.field === 'requestRate' ? 'requests/s' : 'in flight'} wanted`;
  return [
    {
      label: 'tokens/s/GPU',
      value: shortFigure(tokensPerSecPerBudgetGpu),
      note: `${shortFigure(tokensPerSec)} tokens/s in all`,
    },
    {
      label: 'requests/s',
      value: shortFigure(requestsPerSec),
      note: `${shortFigure(concurrency)} users at a time${wanted ?? ''}`,
      ...(load && { isMet: load.isServed }),
    },
  ];
}

const LABELS = { ttft: 'ttft', itl: 'itl', e2eLatency: 'whole request' } as const satisfies Record<
  TargetResult['field'],
  string
>;

function targetFigure({ field, limitMs, reachedMs, isMet, isSaid }: TargetResult): readonly PageFigure[] {
  if (reachedMs === undefined) return [];
  const note = `${isSaid ? 'target' : 'default target'} ${limitMs.toLocaleString('en')} ms`;
  return [{ label: LABELS[field], value: `${shortFigure(reachedMs)} ms`, note, isMet }];
}

function sizeFigures({ deployment }: Verdict): readonly PageFigure[] {
  const { gpus, budgetGpus, replicas } = deployment;
  const used: PageFigure = {
    label: 'GPUs used',
    value: `${gpus.toLocaleString('en')} of ${budgetGpus.toLocaleString('en')}`,
    note: replicas === 1 ? '1 replica' : `${replicas.toLocaleString('en')} replicas`,
  };
  const tightest = tightestMemory(deployment);
  if (tightest === undefined) return [used];
  const { usedGib, cardGib, freePercent } = tightest;
  const note = `${shortFigure(usedGib)} of ${shortFigure(cardGib!)} GiB used`;
  return [used, { label: 'memory free', value: `${shortFigure(freePercent!)} %`, note }];
}

function costFigures({ cost }: Verdict): readonly PageFigure[] {
  if (cost === undefined) return [];
  const { currency, perHour, perMillionOutputTokens } = cost;
  const note =
    perMillionOutputTokens === undefined ? '' : `${shortFigure(perMillionOutputTokens)} a million output tokens`;
  return [{ label: `${currency} an hour`, value: shortFigure(perHour), note }];
}
