import type { Severity } from '../../errors.ts';
import { describeRef, refOf } from '../../krm/identity.ts';
import type { ResourceFinding } from '../../krm/results.ts';
import { oneLine } from '../cli/one-line.ts';
import { type ReporterOptions, shownOf } from './reporter.ts';

const COLOURS: Readonly<Record<Severity, string>> = { error: '31', warning: '33', info: '36' };

/** Findings as text for people: a line with code, place and field, and a line with what to do where that is known. */
export function reportText(findings: readonly ResourceFinding[], options: ReporterOptions): string {
  return shownOf(findings, options)
    .map((finding) => formatFinding(finding, options.isColoured))
    .join('');
}

function formatFinding(finding: ResourceFinding, isColoured: boolean): string {
  const { severity, code, message, path, hint } = finding;
  const label = isColoured ? `\u001B[${COLOURS[severity]}m${severity}\u001B[0m` : severity;
  const where = [placeOf(finding), path].filter((part) => part !== undefined && part !== '').join(' ');
  const head = `${label} ${oneLine(`${code}${where === '' ? '' : ` ${where}`}: ${message}`)}\n`;
  return hint === undefined ? head : `${head}  hint: ${oneLine(hint)}\n`;
}

/** `file:line` where the file is known, otherwise the resource by name (a host seldom says where an item came from). */
function placeOf({ origin, resource }: ResourceFinding): string | undefined {
  if (origin !== undefined && origin.file !== '') {
    return origin.line === undefined ? origin.file : `${origin.file}:${origin.line}`;
  }
  return resource && describeRef(refOf(resource.object));
}
