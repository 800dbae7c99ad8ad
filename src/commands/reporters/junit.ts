import { groupBy } from '../../group-by.ts';
import type { ResourceFinding } from '../../krm/results.ts';
import { escapeUnprintable } from '../../words.ts';
import { oneLine } from '../cli/one-line.ts';
import { placed } from './placed.ts';

/** What the suite of findings is called that are about no file. */
const NO_FILE = 'dgdr-render';

/**
 * Findings as JUnit's XML, which every service for tests reads: a suite a file, a failed case an error. Warnings are cases
 * that pass and say something. Without findings there is one case, since services take none for a mishap.
 */
export function reportJunit(findings: readonly ResourceFinding[]): string {
  const byFile = groupBy(findings, (finding) => placed(finding).file ?? NO_FILE);
  const suites = byFile.size === 0 ? [suite(NO_FILE, [])] : [...byFile].map(([file, own]) => suite(file, own));
  const counts = `tests="${Math.max(findings.length, 1)}" failures="${failuresOf(findings)}" errors="0"`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="dgdr-render" ${counts}>\n${suites.join('')}</testsuites>\n`;
}

function suite(file: string, findings: readonly ResourceFinding[]): string {
  const cases =
    findings.length === 0
      ? [`    <testcase${attributes({ name: 'no findings', classname: file })}/>\n`]
      : findings.map((finding, i) => testCase(finding, { file, number: i + 1 }));
  const counts = { tests: cases.length, failures: failuresOf(findings), errors: 0, skipped: 0 };
  return `  <testsuite${attributes({ name: file, ...counts })}>\n${cases.join('')}  </testsuite>\n`;
}

/** The number keeps names apart, which some services demand. */
function testCase(
  finding: ResourceFinding,
  { file, number }: { readonly file: string; readonly number: number },
): string {
  const { severity, code, path, message, hint } = finding;
  const { line } = placed(finding);
  const where = [line === undefined ? file : `${file}:${line}`, path ?? ''].filter((part) => part !== '').join(' ');
  const text = inXml(`${where}: ${message}${hint === undefined ? '' : `; hint: ${hint}`}`);
  const inner =
    severity === 'error'
      ? `<failure${attributes({ type: code, message })}>${text}</failure>`
      : `<system-out>${inXml(`${severity} ${code} `)}${text}</system-out>`;
  const name = `${number} ${code}${path ? ` ${path}` : ''}`;
  return `    <testcase${attributes({ name, classname: file })}>${inner}</testcase>\n`;
}

function failuresOf(findings: readonly ResourceFinding[]): number {
  return findings.filter(({ severity }) => severity === 'error').length;
}

function attributes(values: Readonly<Record<string, string | number>>): string {
  return Object.entries(values)
    .map(([name, value]) => ` ${name}="${inXml(String(value))}"`)
    .join('');
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** On one line, since XML has no way to say most control characters. */
function inXml(text: string): string {
  return escapeUnprintable(oneLine(text)).replace(/[&<>"]/g, (character) => ESCAPES[character] ?? '');
}
