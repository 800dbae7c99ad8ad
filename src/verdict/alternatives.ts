import type { Rival } from '../profile/explanation.ts';
import type { Profile } from '../profile/profile.ts';
import type { Sla } from '../request/request.ts';
import type { Backend, Mode } from '../serving.ts';
import { factorOf } from './figures.ts';
import { type Performance, performanceOf } from './performance.ts';
import { meetsAll, targetResults } from './targets.ts';

/** The best of what was not picked: of the other mode, or of another backend. */
export interface Alternative {
  readonly kind: 'mode' | 'backend';
  readonly mode: Mode;
  readonly backend: Backend;
  readonly replicas: number;
  readonly gpus: number;
  readonly performance: Performance;
  readonly meetsTargets: boolean;
  /** Tokens/s/GPU of the pick by those of this one; undefined where this one serves nothing. */
  readonly factor: number | undefined;
}

/** The best of the other mode, then the best of each other backend that was tried, the better ones first. */
export function alternativesOf(profile: Profile, sla: Sla): readonly Alternative[] {
  const [pick] = profile.picked;
  const { rivals = [] } = profile.explanation;
  if (pick === undefined) return [];
  const rate = performanceOf(pick).tokensPerSecPerBudgetGpu;
  const otherMode = rivals.filter(({ mode }) => mode !== profile.chosen).slice(0, 1);
  const backends = [...new Set(rivals.map(({ backend }) => backend))].filter((backend) => backend !== profile.backend);
  const others = backends.flatMap((backend) => rivals.find((rival) => rival.backend === backend) ?? []);
  return [
    ...otherMode.map((rival) => toAlternative('mode', rival, { rate, sla })),
    ...others.map((rival) => toAlternative('backend', rival, { rate, sla })),
  ];
}

function toAlternative(
  kind: Alternative['kind'],
  { mode, backend, best }: Rival,
  { rate, sla }: { readonly rate: number; readonly sla: Sla },
): Alternative {
  const performance = performanceOf(best);
  return {
    kind,
    mode,
    backend,
    replicas: best.replicas,
    gpus: best.replicas * best.replicaGpus,
    performance,
    meetsTargets: meetsAll(targetResults(sla, performance)) ?? false,
    factor: factorOf(rate, performance.tokensPerSecPerBudgetGpu),
  };
}
