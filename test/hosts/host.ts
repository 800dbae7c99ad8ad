import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';

/** Where the scripts of `.ci/hosts/` put programs. */
const BIN = join(homedir(), '.cache/dgdr-render-hosts/bin');

/** How a program is come by. */
interface Host {
  /** The script of `.ci/hosts/` that brings it; without one it is a package of the system, or nobody's. */
  readonly script?: string;
  /** No registry has it, so that it may be missing in CI too. */
  readonly isOptional?: boolean;
}

/** Every program that tests drive. */
export const HOSTS = {
  'apiserver-schema': { script: 'apiserver-schema' },
  'argocd-cmp-server': { script: 'argocd' },
  'argocd-health': { script: 'argocd' },
  buildah: { script: 'buildah' },
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
} as const satisfies Record<string, Host>;

export type HostName = keyof typeof HOSTS;

/** A program that a script of `.ci/` brought or the PATH has, or undefined. */
export function findHost(name: string): string | undefined {
  const folders = [BIN, ...(process.env.PATH ?? '').split(delimiter)];
  return folders.map((folder) => join(folder, name)).find((path) => existsSync(path));
}

/**
 * The program whose tests follow. Where it is missing one line says that they are skipped, which the end of the run
 * repeats with what brings it; under `CI=true` that is an error unless no registry has the program.
 */
export function wantHost(name: HostName): string | undefined {
  const found = findHost(name);
  if (found !== undefined) return found;
  const { isOptional = false }: Host = HOSTS[name];
  if (process.env.CI === 'true' && !isOptional) throw new Error(`${name} is needed: see .ci/hosts`);
  console.log(`skipped: ${name}`);
  return undefined;
}

/** What a host said, but for the info that another engine stands in for the one of the target's own profiler. */
export function withoutEngine(stderr: string): string {
  return stderr.replace(/^info ENGINE_NEAR .*\n/gm, '');
}
