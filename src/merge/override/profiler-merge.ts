import type { Made } from '../../graph/made.ts';
import { mergeOverride } from './deep-merge.ts';
import { dropOverriddenEnv } from './drop-overridden-env.ts';
import { profilerRules } from './list-rules.ts';
import type { Overriding } from './override-merge.ts';

/** As profilers up to 1.3 merge, but once and with generated entries of lists kept. */
export function mergeAsProfiler(made: Made, { override: { content }, mends }: Overriding): Made {
  return { ...made, graph: mergeOverride(dropOverriddenEnv(made.graph, content), content, profilerRules(mends)) };
}
