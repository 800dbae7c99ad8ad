import type { Details } from '../profile/explain.ts';
import type { ExperimentAttempt } from '../profile/explanation.ts';
import type { Profile } from '../profile/profile.ts';
import type { Request } from '../request/request.ts';
import { type LatencyLimit, limitsOf } from '../request/sla.ts';
import { LAYOUT_LEGEND, layoutWords, workersWords } from '../verdict/layout-words.ts';
import type { Verdict } from '../verdict/verdict.ts';
import { verdictLines } from '../verdict/words.ts';
import type { MemoryBar, PageAnswer, PageStep, PageTable, PageTarget, WhatIf } from './data.ts';
import { pageFigures } from './figures.ts';
import { pointsOf } from './points.ts';
import { shownText } from './shown-text.ts';

/** Everything that came of a request. */
export interface Answered {
  readonly request: Request;
  readonly profile: Profile;
  readonly verdict: Verdict;
  readonly details: Details;
  readonly whatIf?: WhatIf | undefined;
}

/** What a page shows of it, with `mostPoints` of the configurations that were considered. */
export function toPageAnswer(answered: Answered, mostPoints: number): PageAnswer {
  const { request, profile, verdict, details, whatIf } = answered;
  const { all, judged } = limitsOf(request.sla);
  return {
    facts: factsOf(answered).map(([label, value]) => [label, shownText(value)] as const),
    verdict: verdictLines(verdict).map(({ label, text }) => ({ label, text: shownText(text) })),
    legend: LAYOUT_LEGEND,
    figures: pageFigures(verdict),
    targets: all.map(toTarget),
    points: pointsOf({
      profile,
      candidates: details.candidates(),
      totalGpus: request.hardware.totalGpus,
      target: judged,
      most: mostPoints,
    }),
    memory: verdict.deployment.workers.flatMap(memoryBar),
    steps: details.steps.map(toStep),
    excluded: excludedTable(profile.explanation.attempts),
    whatIf: whatIf && { words: shownText(whatIf.words), table: shownTable(whatIf.table) },
  };
}

function shownTable({ columns, rows }: PageTable): PageTable {
  return {
    columns: columns.map(shownText),
    rows: rows.map((row) => row.map((cell) => (typeof cell === 'number' ? cell : shownText(cell)))),
  };
}

function factsOf({ request, profile, verdict }: Answered): readonly (readonly [label: string, value: string])[] {
  const { model, image, hardware, workload } = request;
  const { backend, backendVersion } = profile;
  return [
    ['model', model],
    ['GPUs', `${hardware.totalGpus} x ${hardware.gpuSku}, ${hardware.gpusPerNode} a node`],
    ['workload', `${workload.isl} tokens in, ${workload.osl} out`],
    ['backend', backendVersion === null ? `${backend}, not measured` : `${backend} ${backendVersion}`],
    ['figures by', verdict.engine.words],
    ['image', image],
  ];
}

const LATENCIES = { ttftMs: 'ttftMs', tpotMs: 'itlMs', requestMs: 'requestMs' } as const satisfies Record<
  LatencyLimit['latency'],
  PageTarget['latency']
>;

function toTarget({ latency, limitMs }: LatencyLimit): PageTarget {
  return { latency: LATENCIES[latency], limitMs };
}

function memoryBar(worker: Verdict['deployment']['workers'][number]): readonly MemoryBar[] {
  const { memory } = worker;
  return memory === undefined
    ? []
    : [{ label: workersWords([worker]), usedGib: memory.usedGib, cardGib: memory.cardGib }];
}

function toStep({ title, lines }: Details['steps'][number]): PageStep {
  const operations = lines.map(({ name, count, totalMs, source }) => {
    return { name, count: rounded(count), totalMs: rounded(totalMs), source };
  });
  return { title, operations };
}

function rounded(value: number): number {
  return Number(value.toFixed(4));
}

const REASONS = {
  memory: 'does not fit the memory',
  data: 'nothing was measured',
  latency: 'over the latency limits',
} as const satisfies Record<ExperimentAttempt['excluded'][number]['reason'], string>;

/** A row for each reason of each experiment, with the layouts that it left out. */
function excludedTable(attempts: readonly ExperimentAttempt[]): PageTable {
  const rows = attempts.flatMap(({ name, excluded, inexpressible }) => {
    const groups = new Map<string, { readonly cells: readonly string[]; readonly layouts: string[] }>();
    const add = (cells: readonly string[], layout: string): void => {
      const key = JSON.stringify(cells);
      const group = groups.get(key) ?? { cells, layouts: [] };
      group.layouts.push(layout);
      groups.set(key, group);
    };
    for (const { role, reason, detail, layout } of excluded) {
      add([name, role, reason === 'data' ? detail : REASONS[reason]], layoutWords(layout));
    }
    for (const layout of inexpressible) add([name, '', 'no flag of the backend expresses it'], layoutWords(layout));
    return [...groups.values()].map(({ cells, layouts }) => [
      ...cells.map(shownText),
      [...new Set(layouts)].join(', '),
    ]);
  });
  return { columns: ['tried', 'workers', 'why', 'layouts'], rows };
}
