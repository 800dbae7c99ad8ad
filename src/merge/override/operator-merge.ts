import type { Made } from '../../graph/made.ts';
import { convertToBeta } from '../convert.ts';
import { applyArgsPatches } from './args-patch.ts';
import { mergeOverride } from './deep-merge.ts';
import { dropOverriddenEnv } from './drop-overridden-env.ts';
import type { Overriding } from './override-merge.ts';

/** As the operator merges from 1.4: an override in its own version, before the conversion or after it. */
export function mergeAsOperator(made: Made, context: Overriding): Made {
  const { version, content } = context.override;
  if (version === 'v1beta1') {
    const { graph, resources } = convertToBeta(made, context);
    return { graph: mergeOverride(graph, applyArgsPatches(graph, context), 'operator'), resources };
  }
  const merged = mergeOverride(dropOverriddenEnv(made.graph, content), content, 'operator');
  return convertToBeta({ ...made, graph: merged }, context);
}
