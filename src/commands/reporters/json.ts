import { refOf } from '../../krm/identity.ts';
import type { ResourceFinding } from '../../krm/results.ts';
import { jsonText } from '../cli/json-text.ts';
import { placed } from './placed.ts';

/** Findings as a JSON array; every element has every key, null where there is nothing to say. */
export function reportJson(findings: readonly ResourceFinding[]): string {
  return `${jsonText(findings.map(toFindingElement), 1)}\n`;
}

/** An element of the array; its shape is an interface to other tools. `document` counts from 0, `line` from 1. */
export function toFindingElement(finding: ResourceFinding) {
  const { severity, code, message, path, hint, origin, resource } = finding;
  const { file = null, line = null } = placed(finding);
  return {
    severity,
    code,
    message,
    hint: hint ?? null,
    path: path ?? null,
    file,
    line,
    document: file === null ? null : (origin?.index ?? null),
    resource: resource === undefined ? null : toReference(resource.object),
  };
}

function toReference(object: Parameters<typeof refOf>[0]) {
  const { apiVersion, kind, namespace, name } = refOf(object);
  return { apiVersion, kind, namespace: namespace ?? null, name };
}
