import { mostMemoryUsedGib } from '../engine/candidate.ts';
import { round1, round3 } from '../engine/rounding.ts';
import { RenderError, type Warn } from '../errors.ts';
import { deliveryOf, type PickedCandidate } from '../pick/ranking.ts';
import type { ProfileRequest, RankedRow, Wishes } from '../request/request.ts';
import { hasWishes, rowName, wishTexts, wishWords } from '../request/wishes.ts';
import type { Backend } from '../serving.ts';
import type { PickOutcome } from './pick-outcome.ts';
import { allowsMode } from './wish-limits.ts';

/**
 * Picks as wished, with what would be picked without that, where it is something else.
 * @throws RenderError what `pick` throws where nothing is wished; NO_FEASIBLE_CONFIG where the wishes leave nothing
 */
export function pickWished(request: ProfileRequest, pick: (request: ProfileRequest) => PickOutcome): PickOutcome {
  if (!hasWishes(request.wishes)) return pick(request);
  const plain = pick({ ...request, wishes: {} });
  const wished = attempt(() => pick(request));
  if (wished === undefined) throw nothingLeft(request, plain);
  const [first] = plain.picked;
  if (first === undefined || isSame(wished, plain)) return wished;
  return { ...wished, unwished: { backend: plain.backend, pick: first } };
}

function isSame({ backend, picked: [a] }: PickOutcome, other: PickOutcome): boolean {
  return backend === other.backend && JSON.stringify(a) === JSON.stringify(other.picked[0]);
}

/** Undefined where nothing can be picked; the plain pick could, so that only the wishes can be why. */
function attempt(pick: () => PickOutcome): PickOutcome | undefined {
  try {
    return pick();
  } catch (error) {
    if (error instanceof RenderError && UNPICKED.some((code) => code === error.code)) return undefined;
    throw error;
  }
}

const UNPICKED = ['NO_FEASIBLE_CONFIG', 'NOT_MEASURED'] as const;

function nothingLeft(request: ProfileRequest, { chosen, backend, picked }: PickOutcome): RenderError {
  const { wishes, hardware } = request;
  if (request.pickingMode === 'autoscale' && !allowsMode(wishes, 'disagg')) {
    return refusal(request, {
      message: `nothing is as wished (${wishWords(wishes)}): a planner scales prefill and decode workers on their own`,
      hint: 'remove features.planner, or take the wish back',
    });
  }
  const uses = picked[0] === undefined ? '' : `, and uses ${mostMemoryUsedGib(picked[0].candidate)} GiB of a GPU`;
  return refusal(request, {
    message: `no configuration of ${request.model} on ${hardware.totalGpus} x ${hardware.gpuSku} is as wished (${wishWords(wishes)}); without that ${chosen} with ${backend} is picked${uses}`,
    hint: 'allow more GPUs, choose a GPU with more memory or a quantised checkpoint, lower isl and osl, or take the wish back',
  });
}

/** Workers that are sized from memory do prefill and decode, and none of them is ranked. @throws RenderError */
export function requireSizeable(request: ProfileRequest): void {
  const { servingMode, take } = request.wishes;
  if (take !== undefined) throw noRow(request, take, 'the request is sized from memory, so that nothing is ranked');
  if (allowsMode({ servingMode }, 'agg')) return;
  throw refusal(request, {
    message: `servingMode ${servingMode} is wished, and what is sized from memory serves aggregated: nothing was measured that could be matched`,
    hint: 'choose a backend and GPU with measurements for the model, or take the wish back',
  });
}

/** The rows of a ranking with the one first that is to be taken. @throws RenderError TAKE_IMPOSSIBLE */
export function takeFirst<Row>(request: ProfileRequest, take: RankedRow, rows: readonly Row[]): readonly Row[] {
  const taken = rows[take.rank - 1];
  if (taken === undefined) throw noRow(request, take, `${take.mode} has ${rows.length} ranked rows here`);
  return [taken, ...rows.filter((row) => row !== taken)];
}

function noRow({ locate, wishes }: ProfileRequest, take: RankedRow, why: string): RenderError {
  const asked = Object.keys(wishTexts({ ...wishes, take: undefined })).length > 0 ? ' and what is wished of it' : '';
  return new RenderError('TAKE_IMPOSSIBLE', {
    message: `there is no row ${rowName(take)} to take: ${why}`,
    path: 'metadata.name',
    origin: locate('metadata.name'),
    hint: `dgdr-render profile shows the ranked rows of the request${asked}`,
  });
}

/** The field of the wish that leaves least: what a finding about wishes stands at. */
function fieldOf({ servingMode, memoryHeadroomPercent }: Wishes): string {
  if (servingMode !== undefined) return 'spec.servingMode';
  return memoryHeadroomPercent === undefined ? 'metadata.name' : 'spec.memoryHeadroom';
}

function refusal(request: ProfileRequest, text: { readonly message: string; readonly hint: string }): RenderError {
  const path = fieldOf(request.wishes);
  return new RenderError('NO_FEASIBLE_CONFIG', { ...text, path, origin: request.locate(path) });
}

/** Says with WISH_COSTS what a pick as wished serves in place of what would be picked else. */
export function warnAboutWishes(
  request: ProfileRequest,
  { picked: [first], backend, unwished }: PickOutcome,
  warn: Warn,
): void {
  if (first === undefined || unwished === undefined) return;
  const path = fieldOf(request.wishes);
  const [own, other] = [perGpu(first), perGpu(unwished.pick)];
  const lessPercent = round1((1 - own / other) * 100);
  const less = lessPercent === 0 ? 'as much' : `${Math.abs(lessPercent)} % ${lessPercent > 0 ? 'less' : 'more'}`;
  warn('WISH_COSTS', {
    message: `${wishWords(request.wishes)}: ${inWords(first, backend)}, in place of ${inWords(unwished.pick, unwished.backend)}: ${less} a GPU`,
    path,
    origin: request.locate(path),
  });
}

function perGpu(picked: PickedCandidate): number {
  const { requestsPerSec, gpus } = deliveryOf(picked);
  return requestsPerSec / gpus;
}

function inWords(picked: PickedCandidate, backend: Backend): string {
  const { mode, metrics } = picked.candidate;
  const { requestsPerSec, gpus } = deliveryOf(picked);
  return `${mode} with ${backend}, ${round3(requestsPerSec)} requests/s on ${gpus} GPUs, ttft ${metrics.ttftMs} ms, itl ${metrics.tpotMs} ms`;
}
