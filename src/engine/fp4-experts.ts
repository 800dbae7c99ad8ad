import type { QuantRule } from '../models/family.ts';

const HOPPER_SM = 90;
const BLACKWELL_SM = 100;

/**
 * SGLang's own kernels for experts in four bits, whose rows are of modes of their own, by card; for what `isMeant`.
 * Source: aiconfigurator 0.10.0, sdk/task_v2.py, and 0.12.0, sdk/models/helpers.py.
 */
export function fp4ExpertKernels(isMeant: QuantRule['applies']): readonly QuantRule[] {
  return [
    {
      applies: (scope, modes) => scope.smVersion >= BLACKWELL_SM && isMeant(scope, modes),
      change: { moe: 'w4a8_mxfp4_mxfp8_trtllm' },
    },
    {
      applies: (scope, modes) => scope.smVersion === HOPPER_SM && isMeant(scope, modes),
      change: { moe: 'w4a16_mxfp4_cutlass' },
    },
  ];
}
