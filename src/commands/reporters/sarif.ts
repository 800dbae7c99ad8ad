import { CODES, type Severity } from '../../errors.ts';
import type { ResourceFinding } from '../../krm/results.ts';
import { VERSION } from '../../version.ts';
import { jsonText } from '../cli/json-text.ts';

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';
const LEVELS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'note' };
/** Base of relative paths that services take for the root of the repository. */
const BASE = '%SRCROOT%';

/** Every code as a rule, in the order of the table. */
const RULES = Object.entries(CODES).map(([id, { severity, meaning }]) => ({
  id,
  shortDescription: { text: meaning },
  defaultConfiguration: { level: LEVELS[severity] },
}));

const RULE_INDEX: ReadonlyMap<string, number> = new Map(RULES.map(({ id }, i) => [id, i]));

/**
 * Findings as a SARIF 2.1.0 log. What is about no file is a notification of the run: services refuse a whole log for
 * one result without a place.
 */
export function reportSarif(findings: readonly ResourceFinding[]): string {
  const placed = findings.filter(isPlaced);
  const others = findings.filter((finding) => !isPlaced(finding));
  const run = {
    tool: { driver: { name: 'dgdr-render', semanticVersion: VERSION, rules: RULES } },
    invocations: [
      {
        executionSuccessful: others.every(({ severity }) => severity !== 'error'),
        toolExecutionNotifications: others.map(toNotification),
      },
    ],
    columnKind: 'utf16CodeUnits',
    results: placed.map(toResult),
  };
  return `${jsonText({ $schema: SCHEMA, version: '2.1.0', runs: [run] }, 1)}\n`;
}

function isPlaced({ origin }: ResourceFinding): boolean {
  return origin !== undefined && origin.file !== '';
}

function toNotification(finding: ResourceFinding) {
  const { severity, code } = finding;
  return { descriptor: { id: code }, level: LEVELS[severity], message: messageOf(finding) };
}

function toResult(finding: ResourceFinding) {
  const { severity, code, path, origin } = finding;
  const logical = path ? { logicalLocations: [{ fullyQualifiedName: path, kind: 'property' }] } : {};
  return {
    ruleId: code,
    ruleIndex: RULE_INDEX.get(code),
    level: LEVELS[severity],
    message: messageOf(finding),
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: toUri(origin?.file ?? ''), uriBaseId: BASE },
          // Where a line is not known, services want one all the same.
          region: { startLine: origin?.line ?? 1 },
        },
        ...logical,
      },
    ],
  };
}

function messageOf({ message, hint }: ResourceFinding) {
  return { text: hint === undefined ? message : `${message}\nhint: ${hint}` };
}

/** Half a surrogate pair has no place in an address: as in UTF-8, U+FFFD stands for it. */
function toUri(file: string): string {
  return Buffer.from(file).toString().split('/').map(encodeURIComponent).join('/');
}
