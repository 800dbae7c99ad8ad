import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { mostPoints } from '../../src/commands/page/make-page.ts';
import { emitYaml } from '../../src/krm/emit-yaml.ts';
import { toPageAnswer } from '../../src/page/answer.ts';
import { entryOf, type PageEntry, prepareAnswer } from '../../src/page/entry.ts';
import { pageText } from '../../src/page/page.ts';
import { openEngines } from '../../src/profile/engines.ts';
import { openStreet } from '../../src/render/render.ts';
import { makeResource } from '../support/requests.ts';
import { ignoreWarnings } from '../support/warnings.ts';

const street = openStreet(openEngines(), {});

const UNIT_BYTES: Readonly<Record<string, number>> = { kB: 1e3, MB: 1e6 };

/** The sizes of docs/page.md. */
const SIZES = [
  ...readFileSync(join(import.meta.dirname, '../../docs/page.md'), 'utf8').matchAll(
    /^\| ([\d,]+) \| (\d+) (kB|MB) \| ([\d,]+) \|$/gm,
  ),
].map(([, requests = '', size, unit = '', points = '']) => ({
  requests: numberOf(requests),
  bytes: Number(size) * UNIT_BYTES[unit]!,
  points: numberOf(points),
}));

function numberOf(text: string): number {
  return Number(text.replaceAll(',', ''));
}

/** As much as a request comes to: three backends, experts, layouts that are left out, a planner's ConfigMap is smaller. */
const request = street.parse(
  makeResource(`apiVersion: nvidia.com/v1beta1
kind: DynamoGraphDeploymentRequest
metadata: {name: large, namespace: a-namespace-of-some-length}
spec:
  model: Qwen/Qwen3-235B-A22B
  backend: auto
  image: nvcr.io/nvidia/ai-dynamo/dynamo-planner:1.5.0
  hardware: {gpuSku: h200_sxm, totalGpus: 64, numGpusPerNode: 8}
`),
  {},
  ignoreWarnings,
);
const profile = street.profile(request, ignoreWarnings);
const verdict = street.verdict(request, profile);
const details = street.explain(request, profile);
const made = street.merge(street.graph(request, profile, ignoreWarnings), { request, profile, warn: ignoreWarnings });
const manifest = [...made.resources, made.graph].map((document) => emitYaml(document)).join('---\n');

/** The entry of one of so many such requests. */
function entryAmong(count: number): PageEntry {
  const answered = { request, profile, verdict, details };
  const answer = prepareAnswer(toPageAnswer(answered, mostPoints(count)), verdict);
  return entryOf({ name: 'large', file: 'serving/large.dgdr.yaml', isLocked: false, findings: [], manifest }, answer);
}

describe('a page', () => {
  const text = pageText([entryAmong(1)]);

  test('has sizes for one request and for a thousand', () => {
    expect(SIZES.map(({ requests }) => requests)).toEqual([1, 1000]);
  });

  test.each(SIZES)(
    'of $requests requests draws and takes as much as docs/page.md says',
    ({ requests, bytes, points }) => {
      expect(details.candidates().length).toBeGreaterThan(points);
      expect(mostPoints(requests)).toBe(points);
      const entry = entryAmong(requests);
      const size = Buffer.byteLength(pageText(Array.from({ length: requests }, () => entry)));
      expect(size).toBeLessThan(bytes);
      // What is said is no more than four times what is there.
      expect(size).toBeGreaterThan(bytes / 4);
    },
  );

  test('has the same bytes whenever it is made', () => {
    expect(pageText([entryAmong(1)])).toBe(text);
  });

  test('allows the one script and the one style that it has, by their hashes', () => {
    const [, policy = ''] = /Content-Security-Policy" content="([^"]*)"/.exec(text) ?? [];
    const hashOf = (part: string) => `&#39;sha256-${createHash('sha256').update(part).digest('base64')}&#39;`;
    const [script, ...others] = [...text.matchAll(/<script>([\s\S]*?)<\/script>/g)].map(([, inside = '']) => inside);
    const [style] = [...text.matchAll(/<style>([\s\S]*?)<\/style>/g)].map(([, inside = '']) => inside);
    expect(others).toEqual([]);
    expect(policy).toContain(`script-src ${hashOf(script!)};`);
    expect(policy).toContain(`style-src ${hashOf(style!)};`);
    expect(policy).toMatch(/^default-src &#39;none&#39;/);
    expect(policy).not.toContain('unsafe');
  });

  test('leads nowhere and takes nothing from anywhere', () => {
    const leads = [...text.matchAll(/\s(?:href|src|action|srcset)="([^"]*)"/g)].map(([, target]) => target);
    expect(leads).toEqual(['data:,', '#main', '#r0']);
    const outside = [...text.matchAll(/https?:\/\/[\w./-]+/g)].map(([address]) => address);
    // The name of a namespace, which is no address that anything is asked for.
    expect(new Set(outside)).toEqual(new Set(['http://www.w3.org/2000/svg']));
  });
});
