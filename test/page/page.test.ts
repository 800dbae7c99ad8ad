import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { mostPoints } from '../../src/commands/page/make-page.ts';
import { emitYaml } from '../../src/krm/emit-yaml.ts';
import { answerOf } from '../../src/page/answer.ts';
import { entryOf, type PageEntry, prepareAnswer } from '../../src/page/entry.ts';
import { pageText } from '../../src/page/page.ts';
import { openEngines } from '../../src/profile/engines.ts';
import { openStreet } from '../../src/render/render.ts';
import { makeResource } from '../support/requests.ts';
import { ignoreWarnings } from '../support/warnings.ts';

const street = openStreet(openEngines(), {});

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
  const answer = prepareAnswer(answerOf(answered, mostPoints(count)), verdict);
  return entryOf({ name: 'large', file: 'serving/large.dgdr.yaml', isLocked: false, findings: [], manifest }, answer);
}

describe('a page', () => {
  const text = pageText([entryAmong(1)]);

  test('has at most 400 kB for one request', () => {
    expect(details.candidates().length).toBeGreaterThan(mostPoints(1));
    expect(Buffer.byteLength(text)).toBeLessThan(400_000);
  });

  test('has at most 20 MB for a thousand', () => {
    const entry = entryAmong(1000);
    const bytes = Buffer.byteLength(pageText(Array.from({ length: 1000 }, () => entry)));
    expect(bytes).toBeGreaterThan(5_000_000);
    expect(bytes).toBeLessThan(20_000_000);
  });

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
