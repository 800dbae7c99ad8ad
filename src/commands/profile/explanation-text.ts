import type { ExperimentAttempt, Explanation } from '../../profile/explanation.ts';
import type { StepReport } from '../../profile/operation-times.ts';
import { supportInWords } from '../../profile/support-gate.ts';
import { formatTable } from '../cli/text-table.ts';

const REASONS = { memory: 'does not fit', data: 'no data', latency: 'over the latency limits' } as const;

/** At most three decimals, as ranked tables have them. */
export function upTo3Decimals(value: number): number {
  return Number(value.toFixed(3));
}

/** Who vouches for the numbers, and what was left out and why. */
export function formatExplanation({ support, attempts }: Explanation): string {
  const answers = support.map((answer) => `support: ${supportInWords(answer)}\n`).join('');
  return [answers, ...attempts.map(formatAttempt)].filter((block) => block !== '').join('\n');
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
