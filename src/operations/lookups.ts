import { timedCollective } from './collective.ts';
import type { LookupConstants } from './constants.ts';
import { timedAllReduce } from './custom-all-reduce.ts';
import { MAMBA2_KERNELS } from './mamba2.ts';
import { dispatchTime } from './moe-dispatch.ts';
import type { KindTimes } from './operations.ts';
import { decodeFlops, givenFlops, scaledFlops, typedFlops } from './peak-flops.ts';
import { resolvedAllReduce, resolvedCollective } from './resolved/collectives.ts';
import { resolvedContextCompressed, resolvedGenerationCompressed } from './resolved/compressed-attention.ts';
import { resolvedContextAttention } from './resolved/context-attention.ts';
import { withDecodeNorms } from './resolved/decode-norms.ts';
import { resolvedContextDsa, resolvedGenerationDsa } from './resolved/dsa-module.ts';
import { resolvedExperts } from './resolved/experts.ts';
import { upToLargest, upToMeasured, withinNode } from './resolved/fan-out.ts';
import { resolvedGdn } from './resolved/gdn.ts';
import { resolvedGemmTime } from './resolved/gemm.ts';
import { resolvedGenerationAttention } from './resolved/generation-attention.ts';
import { resolvedHyperConnection } from './resolved/hyper-connection.ts';
import { resolvedGenerationMla, resolvedGenerationMlaModule } from './resolved/latent-decode.ts';
import { resolvedContextMla, resolvedContextMlaModule } from './resolved/latent-prefill.ts';
import { resolvedMlaBmm } from './resolved/mla-bmm.ts';
import { resolvedContextMsa, resolvedGenerationMsa } from './resolved/msa-module.ts';
import { resolvedStateTime } from './resolved/state-kernels.ts';
import { farFieldOf } from './resolver/far-field.ts';
import { nearestPathOf } from './resolver/nearest-path.ts';

/** How one revision of the engine finds the time of an operation. */
export interface Lookups {
  readonly constants: LookupConstants;
  /** Kinds that the revision times in another way than their own file does. */
  readonly times: Partial<KindTimes>;
}

const steps = (from: number, by: number, count: number): number[] =>
  Array.from({ length: count }, (_, i) => from + by * i);
const powers = (count: number): number[] => Array.from({ length: count }, (_, i) => 2 ** i);

/** Source: aiconfigurator 0.10.0, sdk/operations/{gemm,attention,mla,moe}.py. */
export const LOOKUPS_0_10: Lookups = {
  constants: {
    peakFlops: { gemm: givenFlops, experts: scaledFlops, attention: scaledFlops },
    gemm: {
      tokens: [
        ...[1, 2, 4, 8, 16, 32, 48, 64, 80, 96, 128, 160, 192, 224, 256, 320, 384, 448, 512, 640, 768, 896],
        ...[1024, 2048, 4096, 8192, 16384, 32768, 131072, 524288, 1048576, 16777216],
      ],
      sizes: [
        ...[32, 64, 128, 256, 512, 768, 1024, 1536, 2048, 2560, 3072, 3584, 4096, 5120, 6144, 7168, 8192, 10240],
        ...[12288, 14336, 16384, 20480, 24576, 28672, 32768, 40960, 49152, 57344, 65536, 131072, 262144],
      ],
    },
    attention: {
      heads: [1, 2, 3, 4, 5, 6, 8, 9, 10, 12, 14, 16, 18, 20, 24, 28, 32, 36, 40, 48, 56, 72, 96, 128],
      contextLengths: [
        ...[1, 16, 32, 64, 128, 256, 512, 1024, 2048],
        ...steps(4096, 2048, 14),
        ...steps(32768, 16384, 6),
        ...steps(131072, 32768, 12),
        ...steps(524288, 65536, 9),
      ],
      // 512 before 384 is the reference's order for ordinary attention alone: past the measured batches 384 then lies
      // between 256 and the extrapolated 512 instead of being extrapolated itself. Ascending order changes times.
      contextBatches: [1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 384, 1024, 2048],
      generationBatches: [...powers(9), 384, 512, 1024, 2048, 8192],
      generationLengths: [...powers(19), 16777216],
      surroundFactor: 1.1,
      lengthSamples: 5,
      lengthSpread: [0.9, 1.1],
    },
    // Ascending, unlike those of ordinary attention.
    latentAttention: { contextBatches: [1, 2, 4, 8, 16, 32, 64, 128, 256, 384, 512, 1024, 2048] },
    experts: { lowLatencyTokens: { nvfp4: 128 } },
    dispatch: {
      compression: { nvfp4: 1 / 4 + 1 / 4 / 8, fp8: 1 / 2, fp8_block: 1 / 2 },
      compressingSm: 100,
    },
    // Its grids are filled up before, so that nothing lies outside their points.
    resolver: {
      farField: nearestPathOf,
      sites: { waivesFrontier: false, order: 'sorted' },
      fanOut: { allReduce: withinNode, collective: upToLargest },
    },
  },
  times: {},
};

/**
 * Points as they were measured, instead of grids that were filled up before; what grids are filled up to stays unread.
 * Source: aiconfigurator 0.12.0, its compiled core.
 */
export const LOOKUPS_0_12: Lookups = {
  constants: {
    ...LOOKUPS_0_10.constants,
    peakFlops: { gemm: typedFlops, experts: typedFlops, attention: decodeFlops },
    resolver: {
      farField: farFieldOf,
      sites: { waivesFrontier: true, order: 'as met' },
      fanOut: { allReduce: upToLargest, collective: upToLargest },
    },
  },
  times: {
    gemm: resolvedGemmTime,
    contextAttention: resolvedContextAttention,
    generationAttention: resolvedGenerationAttention,
    contextMla: resolvedContextMla,
    generationMla: resolvedGenerationMla,
    contextMlaModule: resolvedContextMlaModule,
    generationMlaModule: resolvedGenerationMlaModule,
    mlaBmm: resolvedMlaBmm,
    contextDsaModule: resolvedContextDsa,
    generationDsaModule: resolvedGenerationDsa,
    contextMsaModule: resolvedContextMsa,
    generationMsaModule: resolvedGenerationMsa,
    contextCompressed: resolvedContextCompressed,
    generationCompressed: resolvedGenerationCompressed,
    hyperConnection: resolvedHyperConnection,
    experts: resolvedExperts,
    gdn: resolvedGdn,
    mamba2: (tables) => resolvedStateTime(tables, MAMBA2_KERNELS),
    customAllReduce: (tables) => timedAllReduce(resolvedAllReduce(tables)),
    collective: (tables) => timedCollective(resolvedCollective(tables)),
    moeDispatch: (tables) =>
      dispatchTime(tables, { allReduce: resolvedAllReduce(tables), collective: resolvedCollective(tables) }),
  },
};

/** Those of 0.12.0 as 0.11.0 had them: peaks, the far field, sites and the fan-out. Source: aiconfigurator 0.11.0. */
export const LOOKUPS_0_11: Lookups = {
  ...LOOKUPS_0_12,
  constants: {
    ...LOOKUPS_0_12.constants,
    peakFlops: LOOKUPS_0_10.constants.peakFlops,
    resolver: LOOKUPS_0_10.constants.resolver,
  },
};

/** Those of 0.12.0 with norms in decoding, and with another fan-out. Source: aisimulate 0.13.0. */
export const LOOKUPS_0_13: Lookups = {
  constants: {
    ...LOOKUPS_0_12.constants,
    resolver: {
      ...LOOKUPS_0_12.constants.resolver,
      fanOut: { allReduce: upToMeasured, collective: upToMeasured },
    },
  },
  times: { ...LOOKUPS_0_12.times, generationAttention: withDecodeNorms(resolvedGenerationAttention) },
};
