import type { Code, ErrorCode, Finding } from '../errors.ts';
import type { Json, JsonObject } from '../json.ts';
import { type ResourceRef, refOf } from './identity.ts';
import type { Resource } from './resource.ts';

/** A finding together with the resource it is about, where there is one. */
export interface ResourceFinding extends Finding {
  readonly resource?: Pick<Resource, 'object'> | undefined;
}

/** An element of `results` (KRM Functions Specification v1). `tags.code` is our code. */
interface Result {
  readonly message: string;
  readonly severity: Finding['severity'];
  readonly resourceRef?: ResourceRef;
  readonly field?: { readonly path: string };
  readonly file?: { readonly path: string; readonly index: number };
  readonly tags: { readonly code: Code; readonly line?: string; readonly hint?: string };
}

/** Codes that mean the function was called wrongly, not that a request is bad. */
const USAGE_CODES: readonly string[] = ['CONFIG_INVALID'] satisfies ErrorCode[];

/** Exit code of a run: 0 fine, 1 a finding of severity error, 2 an unusable function config. */
export function exitCodeOf(findings: readonly Finding[]): 0 | 1 | 2 {
  const errors = findings.filter((finding) => finding.severity === 'error');
  if (errors.some((finding) => USAGE_CODES.includes(finding.code))) return 2;
  return errors.length > 0 ? 1 : 0;
}

/** Findings as the `results` of a ResourceList; `field` only beside a `resourceRef`, as the specification demands. */
export function toResults(findings: readonly ResourceFinding[]): JsonObject[] {
  return findings.map((finding) => ({ ...toResult(finding) }) as Record<string, unknown> as Record<string, Json>);
}

function toResult({ message, severity, code, path, hint, origin, resource }: ResourceFinding): Result {
  const line = origin?.line;
  return {
    message,
    severity,
    ...(resource && { resourceRef: refOf(resource.object) }),
    ...(resource && path !== undefined && { field: { path } }),
    ...(origin && origin.file !== '' && { file: { path: origin.file, index: origin.index } }),
    tags: { code, ...(line !== undefined && { line: String(line) }), ...(hint !== undefined && { hint }) },
  };
}
