import { type Finding, findingOf } from '../../errors.ts';
import { type Call, runBounded } from './build.ts';
import type { Host } from './hosts.ts';

/** How each program is asked for its kustomize (kubectl 1.32 has one inside). */
const ASK: Readonly<Record<Host['program'], readonly string[]>> = {
  kustomize: ['version'],
  kubectl: ['version', '--client'],
};
const SAYS: Readonly<Record<Host['program'], RegExp>> = {
  kustomize: /v(\d+)\.(\d+)\.\d+/,
  kubectl: /Kustomize Version: v(\d+)\.(\d+)\.\d+/,
};
/** Releases that functions were tried with: v4.5.7, v5.0.0, v5.5.0 (kubectl 1.32.4), v5.7.1, v5.8.1. */
const TRIED = { strictSince: 5, newest: 5 };

/** The release of a program's kustomize, `v5.7.1`; undefined where it does not tell, as one that was built from source. */
export async function askRelease(program: Host['program'], call: Omit<Call, 'args'>): Promise<string | undefined> {
  const { stdout } = await runBounded({ ...call, args: ASK[program] });
  return /v\d.*/.exec(SAYS[program].exec(stdout)?.[0] ?? '')?.[0];
}

/** Whether functions are known to work with a release: KUSTOMIZE_UNTRIED. */
export function checkRelease(release: string | undefined): Finding[] {
  const major = Number(/^v(\d+)/.exec(release ?? '')?.[1]);
  if (major < TRIED.strictSince) {
    const message = `kustomize ${release} ignores what it does not know in a function, and was last tried at v4.5.7`;
    return [findingOf('KUSTOMIZE_UNTRIED', { message, hint: 'use kustomize 5' })];
  }
  if (major > TRIED.newest) {
    const message = `kustomize ${release} is newer than any that was tried, and functions are still alpha in 5`;
    return [findingOf('KUSTOMIZE_UNTRIED', { message, hint: 'compare with what kustomize 5 builds' })];
  }
  return [];
}
