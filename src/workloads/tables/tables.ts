import { LAUNCHES, type LaunchRow } from '../nodes/launches.ts';
import { RULES, type RuleRow } from './access.ts';
import {
  COMMANDS,
  type CommandRow,
  POD_DEFAULTS,
  PORTS,
  type PodRow,
  type PortRow,
  PROBES,
  type ProbeRow,
  SERVICE_PORTS,
} from './containers.ts';
import { ANNOTATIONS, type AnnotationRow, LABELS, type LabelRow, PROPAGATED } from './labels.ts';
import { VARIABLES, type VariableRow } from './variables.ts';
import { SHARED_MEMORY, type VolumeRow } from './volumes.ts';

/** Every table that objects are made of. They are handed around, so that a test can leave out a row of any. */
export interface Tables {
  readonly commands: readonly CommandRow[];
  readonly ports: readonly PortRow[];
  readonly servicePorts: readonly PortRow[];
  readonly probes: readonly ProbeRow[];
  readonly podDefaults: readonly PodRow[];
  readonly volumes: readonly VolumeRow[];
  readonly variables: readonly VariableRow[];
  readonly labels: readonly LabelRow[];
  readonly annotations: readonly AnnotationRow[];
  readonly propagated: readonly string[];
  readonly rules: readonly RuleRow[];
  readonly launches: readonly LaunchRow[];
}

export const TABLES: Tables = {
  commands: COMMANDS,
  ports: PORTS,
  servicePorts: SERVICE_PORTS,
  probes: PROBES,
  podDefaults: POD_DEFAULTS,
  volumes: SHARED_MEMORY,
  variables: VARIABLES,
  labels: LABELS,
  annotations: ANNOTATIONS,
  propagated: PROPAGATED,
  rules: RULES,
  launches: LAUNCHES,
};
