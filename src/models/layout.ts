/** Parallel layout of one worker; every member is a count of GPUs or ranks. */
export interface Layout {
  readonly tp: number;
  readonly pp: number;
  readonly dp: number;
  readonly moeTp: number;
  readonly moeEp: number;
  readonly cp: number;
}

/** GPUs of one worker. */
export function gpusPerWorker({ tp, pp, dp, cp }: Layout): number {
  return tp * pp * dp * cp;
}

/** The reference's label of a layout, such as `tp4pp1dp1etp1ep1`; ranking groups by it. */
export function layoutLabel({ tp, pp, dp, moeTp, moeEp, cp }: Layout): string {
  return `tp${tp}pp${pp}dp${dp}etp${moeTp}ep${moeEp}${cp > 1 ? `cp${cp}` : ''}`;
}
