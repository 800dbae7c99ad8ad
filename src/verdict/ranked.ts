import { type PickedCandidate, type RankedTable, TOP_ROWS } from '../pick/ranking.ts';
import { type Mode, OTHER_MODE } from '../serving.ts';
import type { Cost } from './cost.ts';
import { candidateDeployment, type Deployment } from './deployment.ts';
import { type Performance, performanceOf } from './performance.ts';
import { meetsAll, targetResults } from './targets.ts';
import type { Judged } from './verdict.ts';

/** Rows of a ranking that are shown where nobody says how many. */
export const USUAL_ROWS = TOP_ROWS;

/** One row of a ranking, as it would be deployed. */
export interface RankedRow {
  readonly mode: Mode;
  /** Within its mode, from 1. */
  readonly rank: number;
  readonly isPick: boolean;
  readonly deployment: Deployment;
  readonly performance: Performance;
  readonly meetsTargets: boolean;
  /** Only where there is a price for the card. */
  readonly cost?: Cost | undefined;
}

/** Everything that was ranked, the chosen mode first. A planner's picks are one ranking. Empty where nothing was measured. */
export function rankedRows(judged: Judged): readonly RankedRow[] {
  const { chosen, experiments, picked } = judged.profile;
  const own = experiments[chosen];
  const other = OTHER_MODE[chosen];
  return [
    ...rowsOf(judged, chosen, own === undefined ? picked : allOf(own)),
    ...rowsOf(judged, other, allOf(experiments[other])),
  ];
}

function allOf(table: RankedTable | undefined): readonly PickedCandidate[] {
  return table === undefined ? [] : [...table.top, ...table.further];
}

function rowsOf({ request, profile, cardGib }: Judged, mode: Mode, ranked: readonly PickedCandidate[]): RankedRow[] {
  const cards = { totalGpus: request.hardware.totalGpus, cardGib };
  return ranked.map((one, index) => {
    const performance = performanceOf(one);
    return {
      mode,
      rank: index + 1,
      isPick: mode === profile.chosen && index === 0,
      deployment: candidateDeployment(one, cards),
      performance,
      meetsTargets: meetsAll(targetResults(request.sla, performance)) ?? false,
    };
  });
}
