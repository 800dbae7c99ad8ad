import * as z from 'zod';
import type { Warn } from '../errors.ts';
import { isObject, type Json, type JsonObject } from '../json.ts';
import { releaseFacts } from '../releases.ts';
import { nearest } from '../request/nearest.ts';
import { createReport, type Report } from '../request/report.ts';
import type { Request } from '../request/request.ts';
import { checkShape, toPath } from '../request/shape.ts';
import { show } from '../words.ts';
import { activeIntervals, PLANNER_RULES } from './planner-rules.ts';
import { bareSchema, type PlannerConfig, type PlannerMember, plannerSchema } from './planner-schema.ts';

/** Field of a request that holds the planner's settings. */
export const PLANNER_PATH = 'spec.features.planner';

/** Shorter names of members that are read as well. */
const ALIASES: readonly (readonly [alias: string, member: PlannerMember])[] = [
  ['throughput_adjustment_interval', 'throughput_adjustment_interval_seconds'],
  ['load_adjustment_interval', 'load_adjustment_interval_seconds'],
  ['ttft', 'ttft_ms'],
  ['itl', 'itl_ms'],
];

/** Members whose objects may hold nothing unknown; elsewhere the planner drops it. */
const STRICT_MEMBERS = ['scheduling', 'plugin_registration'];

/** Most names that a hint lists. */
const LISTED_NAMES = 12;

/** Settings that the planner takes from its pod's environment and that the reference leaves out of the ConfigMap. */
const ENVIRONMENT_SETTINGS: Readonly<Record<string, string>> = {
  namespace: 'DYN_NAMESPACE, which the operator sets',
  metric_pulling_prometheus_endpoint: 'PROMETHEUS_ENDPOINT',
  metric_pulling_prometheus_token: 'PROMETHEUS_TOKEN',
  metric_pulling_prometheus_token_file: 'PROMETHEUS_TOKEN_FILE',
  metric_pulling_prometheus_ssl_verify: 'PROMETHEUS_SSL_VERIFY',
  metric_pulling_prometheus_extra_query_params: 'PROMETHEUS_EXTRA_QUERY_PARAMS',
  metric_pulling_prometheus_ca_bundle: 'PROMETHEUS_CA_BUNDLE',
};

/** What a request says about its planner. */
export interface PlannerWish {
  /** Every default filled in. */
  readonly config: PlannerConfig;
  readonly isSet: (member: PlannerMember) => boolean;
  /** Members that came after 1.3 and that the target's planner reads, as they are given or by default. */
  readonly additions: JsonObject;
}

/**
 * Reads `features.planner`; undefined without one.
 * @throws RenderErrors REQUEST_INVALID and SEARCH_STRATEGY_UNSUPPORTED, each with its field. Warns with
 * REQUEST_UNKNOWN_FIELD and FIELD_IGNORED.
 */
export function readPlanner(request: Request, warn: Warn): PlannerWish | undefined {
  const given = request.features.planner;
  if (given === undefined) return undefined;
  const written = new Map(ALIASES.filter(([alias, name]) => alias in given && !(name in given)).map(swap));
  const report = aboutWritten(createReport(request.locate, warn), written);
  const settings = withMemberNames(given, written);
  const { adds } = releaseFacts(request.target).planner;
  const known = Object.fromEntries(Object.entries(settings).filter(([key]) => !Object.hasOwn(adds, key)));
  checkNames({ value: known, schema: plannerSchema, path: PLANNER_PATH, isStrict: false, report });
  const shape = {
    schema: plannerSchema,
    value: settings,
    path: PLANNER_PATH,
    code: 'REQUEST_INVALID',
    report,
  } as const;
  const config = derive(checkShape(shape) ?? plannerSchema.parse({}), settings);
  checkSweeping(config, report);
  for (const { at, isBroken, says, hint } of PLANNER_RULES) {
    if (isBroken(config))
      report.fail('REQUEST_INVALID', { path: `${PLANNER_PATH}.${at}`, message: says(config), hint });
  }
  report.settle();
  const added = Object.entries(settings).filter(([key]) => Object.hasOwn(adds, key));
  return {
    config,
    isSet: (member) => Object.hasOwn(settings, member),
    additions: { ...adds, ...Object.fromEntries(added) },
  };
}

function swap([alias, member]: (typeof ALIASES)[number]): readonly [member: string, alias: string] {
  return [member, alias];
}

/** The report with members as the request spells them. */
function aboutWritten(report: Report, written: ReadonlyMap<string, string>): Report {
  const respell = <T extends { readonly path: string; readonly message: string }>(note: T): T => {
    const member = note.path.slice(PLANNER_PATH.length + 1);
    const alias = written.get(member);
    if (alias === undefined) return note;
    return { ...note, path: `${PLANNER_PATH}.${alias}`, message: note.message.replace(member, alias) };
  };
  return {
    ...report,
    broken: (code, note) => report.broken(code, respell(note)),
    fail: (code, note) => report.fail(code, respell(note)),
    warn: (code, note) => report.warn(code, respell(note)),
  };
}

/** The settings under the names of the schema. Of the objects, the reference takes a null for `scheduling` alone. */
function withMemberNames(given: JsonObject, written: ReadonlyMap<string, string>): JsonObject {
  const members = new Map([...written].map(([member, alias]) => [alias, member]));
  const entries = Object.entries(given).filter(([key, value]) => key !== 'scheduling' || value !== null);
  return Object.fromEntries(
    entries.map(([key, value]) => [
      members.get(key) ?? key,
      key === 'plugin_registration' ? withClassNames(value) : value,
    ]),
  );
}

function withClassNames(registration: Json): Json {
  if (!isObject(registration) || !Array.isArray(registration.in_process_plugins)) return registration;
  const plugins = registration.in_process_plugins.map((plugin): Json => {
    if (!isObject(plugin) || plugin.class === undefined) return plugin;
    const { class: class_, ...rest } = plugin;
    return { ...rest, class_ };
  });
  return { ...registration, in_process_plugins: plugins };
}

interface Named {
  readonly value: Json;
  readonly schema: z.core.$ZodType;
  readonly path: string;
  readonly isStrict: boolean;
  readonly report: Report;
}

/** Reports members that no schema has, in all objects and lists of objects. */
function checkNames({ value, schema, path, isStrict, report }: Named): void {
  const bare = bareSchema(schema);
  if (Array.isArray(value) && bare instanceof z.ZodArray) {
    for (const [index, item] of value.entries()) {
      checkNames({ value: item, schema: bare.element, path: toPath(path, [index]), isStrict, report });
    }
  }
  if (!isObject(value) || !(bare instanceof z.ZodObject)) return;
  const shape: Readonly<Record<string, z.core.$ZodType>> = bare.shape;
  for (const [key, member] of Object.entries(value)) {
    const field = toPath(path, [key]);
    const known = Object.hasOwn(shape, key) ? shape[key] : undefined;
    if (known === undefined) reportName(field, key, Object.keys(shape), { isStrict, report });
    else {
      const isInside = isStrict || (path === PLANNER_PATH && STRICT_MEMBERS.includes(key));
      checkNames({ value: member, schema: known, path: field, isStrict: isInside, report });
    }
  }
}

function reportName(
  path: string,
  key: string,
  known: readonly string[],
  { isStrict, report }: Pick<Named, 'isStrict' | 'report'>,
): void {
  const parent = path.slice(0, path.length - key.length - 1);
  const variable = parent === PLANNER_PATH && Object.hasOwn(ENVIRONMENT_SETTINGS, key) && ENVIRONMENT_SETTINGS[key];
  if (variable) {
    report.warn('FIELD_IGNORED', {
      path,
      message: `${key} is not part of the planner's ConfigMap; the planner reads it from ${variable}`,
      hint: 'set the variable on the service Planner with overrides.dgd if its default does not do',
    });
    return;
  }
  const guess = nearest(key, known);
  const listed = known.length > LISTED_NAMES ? 'delete it, or check its spelling' : `known are ${known.join(', ')}`;
  const hint = guess === undefined ? listed : `write ${guess}`;
  const message = `${parent} has no field ${show(key)}`;
  if (isStrict) report.fail('REQUEST_INVALID', { path, message: `${message}, and the planner refuses it`, hint });
  else report.warn('REQUEST_UNKNOWN_FIELD', { path, message: `${message}; it has no effect`, hint });
}

/** Members that follow from others unless they were given (ai-dynamo 1.3.1, planner/config/planner_config.py). */
function derive(config: PlannerConfig, settings: JsonObject): PlannerConfig {
  const isSla = config.optimization_target === 'sla';
  const scaling = isSla ? {} : { enable_throughput_scaling: false, enable_load_scaling: true };
  const derived = { ...config, ...scaling };
  if (isObject(settings.scheduling) && Object.hasOwn(settings.scheduling, 'scale_interval_seconds')) return derived;
  const scale_interval_seconds = activeIntervals(derived).reduce(greatestDivisor);
  return { ...derived, scheduling: { ...config.scheduling, scale_interval_seconds } };
}

function greatestDivisor(a: number, b: number): number {
  return b === 0 ? Math.abs(a) : greatestDivisor(b, a % b);
}

function checkSweeping({ pre_deployment_sweeping_mode: mode }: PlannerConfig, report: Report): void {
  if (mode !== 'thorough') return;
  report.fail('SEARCH_STRATEGY_UNSUPPORTED', {
    path: `${PLANNER_PATH}.pre_deployment_sweeping_mode`,
    message:
      'pre_deployment_sweeping_mode is thorough, which measures on the GPUs of a cluster; offline there are none',
    hint: 'set pre_deployment_sweeping_mode to rapid, or to none without features.mocker',
  });
}
