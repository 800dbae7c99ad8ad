import type { FrontPoint } from '../verdict/front.ts';
import type { TargetResult } from '../verdict/targets.ts';

/** What pictures of a front are drawn from. */
export interface FrontPicture {
  /** What it is about, such as the request with its model and card. */
  readonly title: string;
  readonly front: readonly FrontPoint[];
  readonly targets: readonly TargetResult[];
}

/** The slowest that a user may get; undefined where no target is about the time of a token. */
export function leastTokensPerUser(targets: readonly TargetResult[]): number | undefined {
  const itl = targets.find(({ field }) => field === 'itl');
  return itl && 1000 / itl.limitMs;
}

/** Upper ends of both axes, with room for every point. */
export function axisEnds({ front, targets }: FrontPicture): { readonly user: number; readonly gpu: number } {
  const most = (values: readonly number[]): number => Math.max(1, ...values) * 1.05;
  return {
    user: most([...front.map(({ tokensPerSecPerUser }) => tokensPerSecPerUser), leastTokensPerUser(targets) ?? 0]),
    gpu: most(front.map(({ tokensPerSecPerGpu }) => tokensPerSecPerGpu)),
  };
}
