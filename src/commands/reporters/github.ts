import type { Severity } from '../../errors.ts';
import type { ResourceFinding } from '../../krm/results.ts';
import { oneLine } from '../cli/one-line.ts';
import { placed } from './placed.ts';

const COMMANDS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'notice' };

/** Characters that end a message or a property, in the order of their replacement (actions/toolkit, command.ts). */
const MESSAGE_ESCAPES = [
  ['%', '%25'],
  ['\r', '%0D'],
  ['\n', '%0A'],
] as const;
const PROPERTY_ESCAPES = [...MESSAGE_ESCAPES, [':', '%3A'], [',', '%2C']] as const;

/** Findings as workflow commands of GitHub Actions, a line each: annotations on the files of a pull request. */
export function reportGithub(findings: readonly ResourceFinding[]): string {
  return findings.map(toCommand).join('');
}

function toCommand(finding: ResourceFinding): string {
  const { severity, code, message, path, hint } = finding;
  const { file, line } = placed(finding);
  const properties = [
    ['file', file],
    ['line', line],
    ['title', code],
  ] as const;
  const listed = properties
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}=${oneLine(escapeAll(String(value), PROPERTY_ESCAPES))}`);
  const head = oneLine(path ? `${path}: ${message}` : message);
  const text = hint === undefined ? head : `${head}\nhint: ${oneLine(hint)}`;
  return `::${COMMANDS[severity]} ${listed.join(',')}::${escapeAll(text, MESSAGE_ESCAPES)}\n`;
}

function escapeAll(text: string, escapes: readonly (readonly [string, string])[]): string {
  return escapes.reduce((escaped, [character, code]) => escaped.replaceAll(character, code), text);
}
