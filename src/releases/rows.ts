import {
  BACKENDS_1_0,
  BACKENDS_1_1,
  BACKENDS_1_2,
  BACKENDS_1_3,
  BACKENDS_1_4,
  BACKENDS_1_5,
  BACKENDS_1_6,
} from './backends.ts';
import type { ReleaseFacts } from './facts.ts';
import { ROUTER_1_0, ROUTER_1_1, ROUTER_1_2, ROUTER_1_3, ROUTER_1_4, ROUTER_1_5 } from './router.ts';

const REGISTRY = 'nvcr.io/nvidia/ai-dynamo';

// Sources: the wheels of ai-dynamo 1.0.2, 1.1.1, 1.2.1, 1.3.1, 1.4.2, 1.5.1 and 1.6.1 (profiler, planner, frontend,
// common/configuration, the requirements of their metadata), and the operator's documentation of those releases.
const R1_0: ReleaseFacts = {
  ...ROUTER_1_0,
  release: { major: 1, minor: 0 },
  engine: '0.10',
  ownEngine: 'aiconfigurator before 0.8',
  hasTwinEngine: false,
  recordedProfiler: '1.3',
  graphVersion: 'v1alpha1',
  overrideMerge: 'profiler',
  hasArgsPatch: false,
  unknownService: 'warning',
  writesFrontendCommand: false,
  refusesCustomCode: false,
  backends: BACKENDS_1_0,
  skus: ['gb200_sxm', 'b200_sxm', 'h200_sxm', 'h100_sxm', 'a100_sxm', 'l40s'],
  requestFields: [],
  defaultImage: `${REGISTRY}/dynamo-frontend`,
  plannerImage: undefined,
  planner: {
    renames: {
      ttft_ms: 'ttft',
      itl_ms: 'itl',
      throughput_adjustment_interval_seconds: 'throughput_adjustment_interval',
      load_adjustment_interval_seconds: 'load_adjustment_interval',
      advisory: 'no_operation',
    },
    drops: [],
    adds: {},
    hasLoadTarget: false,
    wantsModelName: false,
    namesDataVersion: false,
    perfModel: 'aic_perf_model',
    needsProfiles: true,
  },
  mocker: {
    prefix: undefined,
    hasBackend: false,
    backendVersion: undefined,
    omitsUnitExperts: false,
    isTimedAlone: false,
  },
};
const R1_1: ReleaseFacts = {
  ...R1_0,
  ...ROUTER_1_1,
  release: { major: 1, minor: 1 },
  ownEngine: 'aiconfigurator 0.8',
  skus: [...R1_0.skus, 'h100_pcie', 'a100_pcie', 'l40', 'l4', 'v100_sxm', 'v100_pcie', 't4', 'mi200', 'mi300'],
  requestFields: ['spec.hardware.interconnect', 'spec.hardware.rdma', 'spec.sla.optimizationType'],
  defaultImage: `${REGISTRY}/dynamo-planner`,
  plannerImage: 'dynamo-planner',
  backends: BACKENDS_1_1,
  mocker: { ...R1_0.mocker, prefix: '--aic' },
};
const R1_2: ReleaseFacts = {
  ...R1_1,
  ...ROUTER_1_2,
  release: { major: 1, minor: 2 },
  ownEngine: 'aiconfigurator 0.9',
  skus: [...R1_1.skus, 'a30'],
  backends: BACKENDS_1_2,
  planner: { ...R1_1.planner, renames: {}, needsProfiles: false },
  mocker: { ...R1_1.mocker, hasBackend: true },
};
const R1_3: ReleaseFacts = {
  ...R1_2,
  ...ROUTER_1_3,
  release: { major: 1, minor: 3 },
  backends: BACKENDS_1_3,
  skus: [...R1_2.skus, 'gb10'],
  planner: { ...R1_2.planner, hasLoadTarget: true },
};
const R1_4: ReleaseFacts = {
  ...R1_3,
  ...ROUTER_1_4,
  release: { major: 1, minor: 4 },
  engine: '0.11',
  ownEngine: 'aiconfigurator 0.11.0',
  recordedProfiler: undefined,
  graphVersion: 'v1beta1',
  overrideMerge: 'operator',
  refusesCustomCode: true,
  requestFields: [...R1_3.requestFields, 'spec.runtimeVersionOverride'],
  backends: BACKENDS_1_4,
  planner: { ...R1_3.planner, namesDataVersion: true },
};
const R1_5: ReleaseFacts = {
  ...R1_4,
  ...ROUTER_1_5,
  release: { major: 1, minor: 5 },
  engine: '0.12',
  ownEngine: 'aisimulate 0.12.0',
  hasTwinEngine: true,
  recordedProfiler: '1.5',
  hasArgsPatch: true,
  writesFrontendCommand: true,
  requestFields: [...R1_4.requestFields, 'spec.features.kvRouter.enabled'],
  backends: BACKENDS_1_5,
  planner: {
    ...R1_4.planner,
    adds: {
      prefill_min_endpoint: null,
      decode_min_endpoint: null,
      control_api_port: 9086,
      enable_power_awareness: false,
      total_gpu_power_limit: null,
    },
  },
  mocker: { ...R1_4.mocker, backendVersion: 'current', isTimedAlone: true },
};
const R1_6: ReleaseFacts = {
  ...R1_5,
  release: { major: 1, minor: 6 },
  engine: '0.13',
  ownEngine: 'aisimulate 0.13.0',
  hasTwinEngine: false,
  recordedProfiler: '1.6',
  unknownService: 'error',
  backends: BACKENDS_1_6,
  skus: [...R1_5.skus, 'gb200', 'vr_nvl72', 'b300_sxm'],
  requestFields: [...R1_5.requestFields, 'spec.overrides.trustRemoteCode'],
  planner: {
    ...R1_5.planner,
    drops: ['aic_perf_model'],
    adds: { ...R1_5.planner.adds, max_throughput_scaling_replicas: 8, ais_perf_model: null },
    wantsModelName: true,
    perfModel: 'ais_perf_model',
  },
  mocker: { ...R1_5.mocker, prefix: '--ais', backendVersion: 'measured', omitsUnitExperts: true },
};

/** One row a release, oldest first. */
export const RELEASES: readonly [ReleaseFacts, ...ReleaseFacts[]] = [R1_0, R1_1, R1_2, R1_3, R1_4, R1_5, R1_6];
