import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { HOSTS } from './host.ts';
import { skippedSummary } from './skipped.ts';

const SCRIPTS = join(import.meta.dirname, '../../.ci/hosts');

test('every script of .ci/hosts brings a program that tests drive, and there is no other', () => {
  const named = Object.values(HOSTS).flatMap((host) => ('script' in host ? [host.script] : []));
  expect([...new Set(named)].sort()).toEqual(readdirSync(SCRIPTS).sort());
});

test('the summary names each missing program with the command that brings it', () => {
  expect(skippedSummary(['kpt', 'helm-4', 'images are built and not run, which needs root'])).toBe(
    [
      ' Skipped tests want:',
      '   helm-4                                           .ci/bring-hosts helm',
      '   images are built and not run, which needs root   no script brings it',
      '   kpt                                              no script brings it',
      ' All hosts at once: .ci/bring-hosts',
      '',
    ].join('\n'),
  );
  expect(skippedSummary(['kpt'])).not.toContain('.ci');
});
