import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';

/** Where the scripts of `.ci/hosts/` put programs. */
const BIN = join(homedir(), '.cache/dgdr-render-hosts/bin');

/** How a program is come by. */
interface Host {
  /** The script of `.ci/hosts/` that brings it; without one it is a package of the system, or nobody's. */
  readonly script?: string;
  /** It may be missing in CI too: no registry has it, or its script says where it cannot be had. */
  readonly isOptional?: boolean;
}

/** Every program that tests drive. */
export const HOSTS = {
  'apiserver-schema': { script: 'apiserver-schema' },
  'argocd-cmp-server': { script: 'argocd' },
  'argocd-health': { script: 'argocd' },
  'argocd-repo-server': { script: 'argocd', isOptional: true },
  buildah: { script: 'buildah' },
  chromium: { script: 'chromium' },
  conftest: { script: 'conftest' },
  'dynamo-python': { script: 'dynamo', isOptional: true },
  'flux-build': { script: 'flux' },
  'flux-health': { script: 'flux' },
  'flux-push': { script: 'flux' },
  'helm-3': { script: 'helm' },
  'helm-4': { script: 'helm' },
  kpt: { isOptional: true },
  'kube-apiserver': { isOptional: true },
  kubectl: { isOptional: true },
  kustomize: { script: 'kustomize' },
  'lws-crd.yaml': { script: 'lws' },
  'npm-10': { script: 'npm-10' },
  'pre-commit': { script: 'pre-commit' },
  python3: {},
  'redis-server': { script: 'redis', isOptional: true },
} as const satisfies Record<string, Host>;

export type HostName = keyof typeof HOSTS;

/** A program that a script of `.ci/` brought or the PATH has, or undefined. */
export function findHost(name: string): string | undefined {
  const folders = [BIN, ...(process.env.PATH ?? '').split(delimiter)];
  return folders.map((folder) => join(folder, name)).find((path) => existsSync(path));
}

/**
 * The program whose tests follow. Where it is missing one line says that they are skipped, which the end of the run
 * repeats with what brings it; under `CI=true` that is an error unless the program may be missing there.
 */
export function wantHost(name: HostName): string | undefined {
  const found = findHost(name);
  if (found !== undefined) return found;
  const { isOptional = false }: Host = HOSTS[name];
  if (process.env.CI === 'true' && !isOptional) throw new Error(`${name} is needed: see .ci/hosts`);
  console.log(`skipped: ${name}`);
  return undefined;
}

/** What a host said, but for the infos that every run has: which engine stands in, and what the cluster must have. */
export function withoutNotes(stderr: string): string {
  return stderr.replace(/^info (?:ENGINE_NEAR|CLUSTER_NEEDS) .*\n(?: {2}hint: .*\n)?/gm, '');
}
