import { getIn, type Json, type JsonObject } from '../../json.ts';
import { listIn, objectIn } from '../../json-reading.ts';
import type { Component } from '../component.ts';
import { strategyOf } from '../objects/controllers.ts';
import type { Report } from '../problem.ts';
import { isLabelValue } from './limits.ts';

/** What an API server holds against a pod, of what a graph may say without being refused itself. */
interface PodRule {
  readonly faults: (template: JsonObject) => readonly string[];
  readonly hint: string;
}

/** Containers of a pod of either kind, which share their names. */
function containersOf(template: JsonObject): Json[] {
  return [...listIn(template, 'spec', 'containers'), ...listIn(template, 'spec', 'initContainers')];
}

const RULES: readonly PodRule[] = [
  {
    faults: (template) =>
      repeated(containersOf(template), 'name').map((name) => `two of its containers are called ${name}`),
    hint: 'rename one of them; a group of nodes has a container wait-for-leader',
  },
  {
    faults: (template) =>
      containersOf(template).flatMap((container) =>
        repeated(listIn(container, 'volumeMounts'), 'mountPath').map(
          (path) => `two volumes of its container ${String(getIn(container, 'name'))} are mounted at ${path}`,
        ),
      ),
    hint: 'mount one of them elsewhere',
  },
  {
    faults: (template) =>
      repeated(listIn(template, 'spec', 'volumes'), 'name').map((name) => `two of its volumes are called ${name}`),
    hint: 'rename one of them',
  },
];

/** Whether a share of pods is a number, or a percentage. */
const SHARE = /^\d+%?$/;
const NOTHING = /^0+%?$/;

/** WORKLOADS_IMPOSSIBLE for what only shows where a Deployment or a pod is made: the server refuses it there. */
export function checkPods(component: Component, templates: readonly JsonObject[], report: Report): void {
  const { path } = component;
  for (const { faults, hint } of RULES) {
    for (const message of new Set(templates.flatMap(faults)))
      report({ code: 'WORKLOADS_IMPOSSIBLE', path, message, hint });
  }
  for (const [key, value] of Object.entries(component.labels)) {
    if (isLabelValue(String(value))) continue;
    const hint = 'at most 63 letters, digits, dots, hyphens and underscores, with a letter or a digit at both ends';
    report({
      code: 'WORKLOADS_IMPOSSIBLE',
      path,
      message: `the label ${key} has a value that no label can have`,
      hint,
    });
  }
  if (component.nodes === 1) checkStrategy(component, report);
}

/** A rolling update has to be able to take a step. */
function checkStrategy(component: Component, report: Report): void {
  const shares = Object.entries(objectIn(strategyOf(component), 'rollingUpdate')).map(([key, value]) => [
    key,
    String(value),
  ]);
  const fail = (message: string): void => {
    const hint = 'give the annotations of the rolling update numbers or percentages, not all of them 0';
    report({ code: 'WORKLOADS_IMPOSSIBLE', path: component.path, message, hint });
  };
  const wrong = shares.filter(([, value = '']) => !SHARE.test(value));
  for (const [key, value] of wrong) fail(`${key} of its rolling update is ${value}`);
  if (shares.length > 0 && shares.every(([, value = '']) => NOTHING.test(value)))
    fail('its rolling update may neither add a pod nor take one away');
}

/** Values of a member that several items have. */
function repeated(items: readonly Json[], key: string): string[] {
  const values = items.map((item) => getIn(item, key)).filter((value) => typeof value === 'string');
  return [...new Set(values.filter((value, index) => values.indexOf(value) !== index))];
}
