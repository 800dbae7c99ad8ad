import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import { reportJunit } from '../../../src/commands/reporters/junit.ts';
import type { ResourceFinding } from '../../../src/krm/results.ts';
import { FULL, INFO, UNLINED, UNPLACED } from './findings.ts';

const XSD = readFileSync(join(import.meta.dirname, '../../../fixtures/ci/junit-10.xsd'), 'utf8');
const check = async (contents: string) => {
  const { valid, errors } = await validateXML({ xml: { fileName: 'report.xml', contents }, schema: XSD });
  return { valid, errors: errors.map(({ message }) => message) };
};

/** Everything that XML cannot say, or gives a meaning to. */
const HOSTILE: ResourceFinding = {
  ...FULL,
  message: `<script>alert("x")</script> ]]> & \u0000\u0007\u001B[31m \uFFFE \uD800 \u202E`,
  hint: `<!-- ' -->`,
  path: 'metadata.annotations["<a&b>"]',
  origin: { file: 'a"<b>&.yaml', index: 0, line: 2 },
};

describe("JUnit's report", () => {
  test.each([
    ['nothing', []],
    ['findings of all kinds', [FULL, FULL, UNLINED, UNPLACED, INFO]],
    ['hostile texts', [HOSTILE]],
  ])("is read by libxml2, and is what Jenkins' schema says, with %s", async (_, findings) => {
    expect(await check(reportJunit(findings))).toEqual({ valid: true, errors: [] });
  });

  test('would be refused with a fault', async () => {
    const fine = reportJunit([FULL]);
    expect(await check(fine.replace(' tests="1" failures="1" errors="0" skipped="0"', ''))).toMatchObject({
      valid: false,
    });
    expect(await check(fine.replace('</failure>', ''))).toMatchObject({ valid: false });
  });

  test('has a suite a file, and a case a finding, which fails where it is an error', () => {
    expect(reportJunit([FULL, UNLINED, UNPLACED])).toBe(
      [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<testsuites name="dgdr-render" tests="3" failures="2" errors="0">',
        '  <testsuite name="a b/ü,1:%.yaml" tests="1" failures="1" errors="0" skipped="0">',
        '    <testcase name="1 REQUEST_INVALID spec.sla.ttft" classname="a b/ü,1:%.yaml"><failure type="REQUEST_INVALID" message="100% wrong, really: yes">a b/ü,1:%.yaml:7 spec.sla.ttft: 100% wrong, really: yes; hint: write a number</failure></testcase>',
        '  </testsuite>',
        '  <testsuite name="q.yaml" tests="1" failures="0" errors="0" skipped="0">',
        '    <testcase name="1 FIELD_IGNORED" classname="q.yaml"><system-out>warning FIELD_IGNORED q.yaml: ignored</system-out></testcase>',
        '  </testsuite>',
        '  <testsuite name="dgdr-render" tests="1" failures="1" errors="0" skipped="0">',
        '    <testcase name="1 NO_REQUESTS" classname="dgdr-render"><failure type="NO_REQUESTS" message="no request in .">dgdr-render: no request in .</failure></testcase>',
        '  </testsuite>',
        '</testsuites>\n',
      ].join('\n'),
    );
  });

  test('has one case that passes where there is nothing to say', () => {
    expect(reportJunit([])).toContain('<testcase name="no findings" classname="dgdr-render"/>');
  });
});
