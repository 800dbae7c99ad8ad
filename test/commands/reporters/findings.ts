import type { ResourceFinding } from '../../../src/krm/results.ts';

const REQUEST = {
  object: {
    apiVersion: 'nvidia.com/v1beta1',
    kind: 'DynamoGraphDeploymentRequest',
    metadata: { name: 'chat', namespace: 'prod' },
  },
};

/** A finding with every part, from a file whose name needs care everywhere. */
export const FULL: ResourceFinding = {
  severity: 'error',
  code: 'REQUEST_INVALID',
  message: '100% wrong,\nreally: yes',
  path: 'spec.sla.ttft',
  hint: 'write a number',
  origin: { file: 'a b/ü,1:%.yaml', index: 1, line: 7 },
  resource: REQUEST,
};
/** About a file as a whole. */
export const UNLINED: ResourceFinding = {
  severity: 'warning',
  code: 'FIELD_IGNORED',
  message: 'ignored',
  origin: { file: 'q.yaml', index: 0 },
};
/** About no file. */
export const UNPLACED: ResourceFinding = { severity: 'error', code: 'NO_REQUESTS', message: 'no request in .' };
/** From a host that does not say where an item came from. */
export const INFO: ResourceFinding = {
  severity: 'info',
  code: 'NOT_APPLIED',
  message: 'for review',
  origin: { file: '', index: 0, line: 3 },
  resource: REQUEST,
};
