import type { ExperimentAttempt, Explanation } from '../../profile/explanation.ts';
import type { StepReport } from '../../profile/operation-times.ts';
import type { Profile } from '../../profile/profile.ts';
import { supportInWords } from '../../profile/support-gate.ts';
import type { Sla } from '../../request/request.ts';
import { type LatencyLimits, limitsOf } from '../../request/sla.ts';
import { formatTable } from '../../tables/text.ts';
import { upTo3Decimals } from '../../verdict/figures.ts';
import { candidateWords } from '../../verdict/layout-words.ts';

const REASONS = { memory: 'does not fit', data: 'no data', latency: 'over the latency limits' } as const;

/** Who vouches for the numbers, and what was left out and why. */
export function formatExplanation({ support, attempts, passedOver }: Explanation, { picked, sla }: Shown): string {
  const answers = support.map((answer) => `support: ${supportInWords(answer)}\n`).join('');
  const [first] = picked;
  const other = passedOver && first && `${passedOverInWords(passedOver, first, limitsOf(sla).judged)}\n`;
  return [answers, other ?? '', ...attempts.map(formatAttempt)].filter((block) => block !== '').join('\n');
}

type Picked = Profile['picked'][number];

/** What a profile was asked for and picked, as its explanation needs it. */
interface Shown {
  readonly picked: Profile['picked'];
  readonly sla: Sla;
}

/** What the candidate that serves more would have cost in latency, and what the pick costs in its place. */
function passedOverInWords(other: Picked, pick: Picked, { latency, limitMs, field }: LatencyLimits['judged']): string {
  const { mode, metrics } = other.candidate;
  const name = other.backend === undefined ? mode : `${mode} with ${other.backend}`;
  const missed = `${field} ${metrics[latency]} ms instead of ${limitMs} ms`;
  return `passed over: ${name} has ${serves(other)}, but ${missed}; the pick has ${serves(pick)} and ${pick.candidate.metrics[latency]} ms`;
}

function serves({ clusterRate, candidate, load }: Picked): string {
  const rate = `${upTo3Decimals(clusterRate ?? candidate.metrics.tokensPerSecPerGpu)} tokens/s/GPU`;
  if (load === undefined) return rate;
  return `${rate} on ${load.gpus} GPUs${load.servedPercent === undefined ? '' : ` for ${load.servedPercent} % of the replicas`}`;
}

function formatAttempt({
  name,
  candidates,
  candidatesWithinLimit,
  excluded,
  inexpressible,
}: ExperimentAttempt): string {
  const title = `${name}: ${candidates} configurations ranked, ${candidatesWithinLimit} within the latency target\n`;
  const cells = excluded.map(({ layout, role, reason, detail }) => {
    const { tp, dp, moeTp, moeEp, cp } = layout;
    return [role, tp, dp, moeTp, moeEp, cp, REASONS[reason], reason === 'data' ? detail : ''];
  });
  const hidden =
    inexpressible.length === 0
      ? ''
      : `${inexpressible.length} context-parallel layouts left out: no flag expresses them\n`;
  if (cells.length === 0) return title + hidden;
  return `${title}${hidden}${formatTable(['left out', 'tp', 'dp', 'moe tp', 'moe ep', 'cp', 'why', 'detail'], cells)}`;
}

/** The best of what no flag of the backend expresses. */
export function formatInexpressible(ranked: Profile['picked']): string {
  if (ranked.length === 0) return '';
  const cells = ranked.map(({ candidate }, index) => {
    const { tokensPerSecPerGpu, ttftMs, tpotMs } = candidate.metrics;
    return [index + 1, candidateWords(candidate), tokensPerSecPerGpu, ttftMs, tpotMs];
  });
  const heading = ['rank', 'workers', 'tokens/s/GPU', 'ttft ms', 'itl ms'];
  return `not expressible in flags (context parallel)\n${formatTable(heading, cells)}`;
}

/** The operations of a step: one run, how often, together, and where the time comes from. */
export function formatStep({ title, lines }: StepReport): string {
  const cells = lines.map(({ name, onceMs, count, totalMs, source }) => [
    name,
    upTo3Decimals(onceMs),
    upTo3Decimals(count),
    upTo3Decimals(totalMs),
    source,
  ]);
  const total = upTo3Decimals(lines.reduce((sum, { totalMs }) => sum + totalMs, 0));
  return `${title}, ${total} ms\n${formatTable(['operation', 'once ms', 'times', 'together ms', 'source'], cells)}`;
}
