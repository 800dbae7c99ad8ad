import type { JsonObject } from '../../src/json.ts';

/** What the operator may say of a graph, and what a host is to make of it. */
export interface HealthCase {
  readonly title: string;
  /** `status` of a graph of generation 3; undefined before the operator wrote one. */
  readonly status: JsonObject | undefined;
  readonly health: 'Progressing' | 'Healthy' | 'Degraded';
  /** What people read of it, where the host shows messages. */
  readonly message: string;
}

/** A graph with that status. */
export function graphWith(status: JsonObject | undefined, apiVersion = 'nvidia.com/v1alpha1'): JsonObject {
  const graph = { apiVersion, kind: 'DynamoGraphDeployment', metadata: { name: 'q', generation: 3 } };
  return status === undefined ? graph : { ...graph, status };
}

const ready = (status: string, message: string): JsonObject[] => [
  { type: 'TopologyLevelsAvailable', status: 'False', message: 'not this one' },
  { type: 'Ready', status, message },
];
const READY = 'All resources are ready';
const good = { observedGeneration: 3, state: 'successful', conditions: ready('True', READY) };
const wait = { observedGeneration: 3, state: 'pending', conditions: ready('False', 'waiting for decode') };
const current = { replicas: 2, updatedReplicas: 2 };
const rolling = { replicas: 3, updatedReplicas: 1 };

/** The table that every host's health check has to agree with. */
export const HEALTH_CASES: readonly HealthCase[] = [
  {
    title: 'is not seen by the operator',
    status: undefined,
    health: 'Progressing',
    message: 'waiting for the Dynamo operator',
  },
  { title: 'has an empty status', status: {}, health: 'Progressing', message: 'waiting for the Dynamo operator' },
  { title: 'is being set up', status: { state: 'initializing' }, health: 'Progressing', message: '' },
  { title: 'waits for pods', status: wait, health: 'Progressing', message: 'waiting for decode' },
  { title: 'serves', status: good, health: 'Healthy', message: READY },
  {
    title: 'serves under an operator without observedGeneration',
    status: { state: 'successful' },
    health: 'Healthy',
    message: '',
  },
  {
    title: 'served before its last change',
    status: { ...good, observedGeneration: 2 },
    health: 'Progressing',
    message: 'the operator has not seen the latest change yet',
  },
  {
    title: 'failed',
    status: { state: 'failed', conditions: ready('False', 'no such secret') },
    health: 'Degraded',
    message: 'no such secret',
  },
  {
    title: 'failed at its last change',
    status: { ...wait, state: 'failed', observedGeneration: 2 },
    health: 'Degraded',
    message: 'waiting for decode',
  },
  {
    title: 'contradicts itself',
    status: { ...good, conditions: ready('False', 'x') },
    health: 'Progressing',
    message: 'x',
  },
  {
    title: 'has current components (v1beta1)',
    status: { ...good, components: { decode: current } },
    health: 'Healthy',
    message: READY,
  },
  {
    title: 'has old pods (v1beta1)',
    status: { ...good, components: { prefill: rolling, decode: rolling } },
    health: 'Progressing',
    message: 'old pods of decode still run',
  },
  {
    title: 'has old pods (v1alpha1)',
    status: { ...good, services: { Frontend: current, Worker: rolling } },
    health: 'Progressing',
    message: 'old pods of Worker still run',
  },
  {
    title: 'has a component whose new pods are not counted yet',
    status: { ...good, components: { decode: { replicas: 2 } } },
    health: 'Progressing',
    message: 'old pods of decode still run',
  },
  {
    title: 'has a component without pods',
    status: { ...good, components: { decode: { replicas: 0 }, prefill: {} } },
    health: 'Healthy',
    message: READY,
  },
  {
    title: 'is being rolled',
    status: { ...good, rollingUpdate: { phase: 'InProgress' } },
    health: 'Progressing',
    message: 'a rolling update is under way',
  },
  {
    title: 'fails while it is being rolled',
    status: { state: 'failed', rollingUpdate: { phase: 'InProgress' } },
    health: 'Degraded',
    message: '',
  },
  {
    title: 'has a rolling update of no phase',
    status: { ...good, rollingUpdate: {} },
    health: 'Healthy',
    message: READY,
  },
  {
    title: 'was rolled',
    status: { ...good, rollingUpdate: { phase: 'Completed' } },
    health: 'Healthy',
    message: READY,
  },
  {
    title: 'could not be rolled',
    status: { ...good, rollingUpdate: { phase: 'Failed' } },
    health: 'Degraded',
    message: 'the rolling update failed',
  },
];
