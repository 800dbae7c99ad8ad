import { el } from './dom.ts';
import { figure, type Point } from './point.ts';

/** What is shown of a configuration beside its mark. */
export function tipOf(point: Point): readonly HTMLElement[] {
  const place = point.isPicked ? ' · the pick' : point.rank > 0 ? ` · rank ${point.rank}` : '';
  const rows: readonly (readonly [string, string])[] = [
    ['tokens/s/GPU', figure(point.tokensPerSecPerGpu)],
    ['tokens/s/user', figure(point.tokensPerSecPerUser)],
    ['ttft', `${figure(point.ttftMs)} ms`],
    ['itl', `${figure(point.itlMs)} ms`],
    ['in flight', figure(point.concurrency)],
    ['GPUs', figure(point.gpus)],
  ];
  return [
    el('strong', {}, `${point.modeName} · ${point.backendName}${place}`),
    el('p', {}, point.workersText),
    el('dl', {}, ...rows.map(([name, value]) => el('div', {}, el('dt', {}, name), el('dd', {}, value)))),
  ];
}
