import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { reportGithub } from '../../src/commands/reporters/github.ts';
import { reportJson } from '../../src/commands/reporters/json.ts';
import { reportSarif } from '../../src/commands/reporters/sarif.ts';
import { reportText } from '../../src/commands/reporters/text.ts';
import type { JsonObject } from '../../src/json.ts';
import type { ResourceFinding } from '../../src/krm/results.ts';
import { wantHost } from './host.ts';
import { TEXTS } from './yaml-texts.ts';

/** Halves of surrogate pairs, which JSON can say as escapes and UTF-8 cannot. */
const HALVES = ['\uD800', 'a\uDC00b', '\uDBFF\uD800', 'x\uD83D'];
const ALL = [...HALVES, ...TEXTS];
const FINDINGS: readonly ResourceFinding[] = ALL.map((text) => ({
  ...{ severity: 'error', code: 'REQUEST_INVALID', message: text, path: text, hint: text },
  origin: { file: `a/${text}`, index: 0, line: 1 },
  resource: { object: { apiVersion: text, kind: text, metadata: { name: text, namespace: text } } },
}));
/** What moves a cursor, ends a line, or turns the direction of what follows; a report's own ends of lines aside. */
const STEERING = /[^\P{Cc}\n]|[\u2028\u2029\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/u;

/** Python's reader, which says every character of the texts by its number: halves of pairs too. */
const READER =
  'import json, sys\nprint(json.dumps(json.loads(sys.stdin.buffer.read().decode("utf-8")), ensure_ascii=True))';

function readBack(report: string): unknown {
  const { status, stdout, stderr } = spawnSync('python3', ['-c', READER], {
    input: Buffer.from(report),
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout);
}

describe.skipIf(wantHost('python3') === undefined)('reports as other readers of JSON read them', () => {
  test('a JSON report gives back the very texts', () => {
    const elements = readBack(reportJson(FINDINGS)) as JsonObject[];
    expect(elements.map(({ message, hint, path }) => [message, hint, path])).toEqual(
      ALL.map((text) => [text, text, text]),
    );
    expect(elements.map(({ file }) => file)).toEqual(ALL.map((text) => `a/${text}`));
    expect(elements.map(({ resource }) => (resource as JsonObject).name)).toEqual(ALL);
  });

  test('a SARIF report gives back the very texts, and files as UTF-8 names them', () => {
    interface Result {
      readonly message: { readonly text: string };
      readonly locations: readonly [
        { readonly physicalLocation: { readonly artifactLocation: { readonly uri: string } } },
      ];
    }
    const log = readBack(reportSarif(FINDINGS)) as {
      readonly runs: readonly [{ readonly results: readonly Result[] }];
    };
    const { results } = log.runs[0];
    expect(results.map(({ message }) => message.text)).toEqual(ALL.map((text) => `${text}\nhint: ${text}`));
    const files = results.map(({ locations }) => locations[0].physicalLocation.artifactLocation.uri);
    const inUtf8 = (text: string): string => Buffer.from(text).toString();
    expect(files.map((uri) => uri.split('/').map(decodeURIComponent).join('/'))).toEqual(
      ALL.map((text) => inUtf8(`a/${text}`)),
    );
  });
});

test.each([
  { name: 'text', report: (one: readonly ResourceFinding[]) => reportText(one, { isColoured: false }) },
  { name: 'json', report: reportJson },
  { name: 'sarif', report: reportSarif },
  { name: 'github', report: reportGithub },
])('no report steers a terminal, whatever stands in it: $name', ({ report }) => {
  expect(STEERING.exec(report(FINDINGS))?.[0]).toBeUndefined();
});
