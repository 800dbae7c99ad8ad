import type { Metadata } from './schema.ts';

/** Labels and annotations of a request that what is rendered from it has too. */
export interface Carried {
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
}

/**
 * Domains whose labels and annotations are about the request itself: what kustomize, kpt, kubectl, Helm and this tool note on
 * objects, and what the operator reads on requests. Those below them count too.
 */
const ABOUT_REQUESTS: readonly string[] = [
  'config.kubernetes.io',
  'config.k8s.io',
  'kpt.dev',
  'kubectl.kubernetes.io',
  'postrenderer.helm.sh',
  'meta.helm.sh',
  'dgdr-render.dev',
  'nvidia.com',
];

/** The same of tools whose other annotations are wishes, such as the order in which objects are applied. */
const NAMES_ABOUT_REQUESTS: readonly string[] = [
  'argocd.argoproj.io/tracking-id',
  'argocd.argoproj.io/installation-id',
  'argocd.argoproj.io/instance',
  'kustomize.toolkit.fluxcd.io/name',
  'kustomize.toolkit.fluxcd.io/namespace',
  'helm.toolkit.fluxcd.io/name',
  'helm.toolkit.fluxcd.io/namespace',
];

/** What a request hands on: `team`, `app.kubernetes.io/part-of`, and whatever else a person or a policy put there. */
export function toCarried({ labels, annotations }: Metadata): Carried {
  return { labels: handedOn(labels), annotations: handedOn(annotations) };
}

function handedOn(entries: Readonly<Record<string, unknown>> = {}): Record<string, string> {
  const kept = Object.entries(entries).filter((entry): entry is [string, string] => {
    return typeof entry[1] === 'string' && !isAboutRequest(entry[0]);
  });
  return Object.fromEntries(kept);
}

function isAboutRequest(name: string): boolean {
  const domain = name.includes('/') ? name.slice(0, name.indexOf('/')) : '';
  return (
    NAMES_ABOUT_REQUESTS.includes(name) || ABOUT_REQUESTS.some((one) => domain === one || domain.endsWith(`.${one}`))
  );
}
