import type { Made } from '../../graph/made.ts';
import { releaseFacts } from '../../releases.ts';
import type { Finishing } from '../context.ts';
import { mergeAsOperator } from './operator-merge.ts';
import { readOverride } from './override.ts';
import type { OverrideMerge } from './override-merge.ts';
import { mergeAsProfiler } from './profiler-merge.ts';
import { mergeAsReference } from './reference-merge.ts';

/** How an override is merged: as profilers up to 1.3 do, mended; as the operator does from 1.4; as the reference does. */
const MERGES = {
  profiler: mergeAsProfiler,
  operator: mergeAsOperator,
  reference: mergeAsReference,
} as const satisfies Record<string, OverrideMerge>;

/**
 * The graph with `overrides.dgd` merged, in the version of the target. Throws and warns like `readOverride` and like the
 * conversion.
 */
export function applyOverride(made: Made, context: Finishing): Made {
  const override = readOverride(made.graph, context);
  return MERGES[whoMerges(context)](made, { ...context, override });
}

function whoMerges({ mends, request }: Finishing): keyof typeof MERGES {
  return mends.mergesOverrideOnce ? releaseFacts(request.target).overrideMerge : 'reference';
}
