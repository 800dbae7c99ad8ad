import type { Resource } from '../../krm/resource.ts';
import type { ResourceFinding } from '../../krm/results.ts';
import { checkRepoServer, REPO_SERVER_MENTION, repoServerNeeds } from './repo-server.ts';

/** Ways in which kustomize starts a program for a config: two of functions, and the exec plugins before them. */
export type Form = 'exec' | 'container' | 'plugin';

/** Why a host never starts a form, and what to do instead. */
interface Never {
  readonly why: string;
  readonly instead: string;
}

/** A plugin of ours in a host, which renders whatever requests a build, or a plain folder, comes to. */
export interface Plugin {
  /** What must be there for it, for people. */
  readonly needs: () => string;
  /** What a document of an installation says that is looked at. */
  readonly mention: RegExp;
  /** What a build of the host's own installation lacks; undefined where it is none. */
  readonly check: (built: readonly Resource[]) => ResourceFinding[] | undefined;
}

/** Something that builds kustomizations, as far as functions are concerned. */
export interface Host {
  readonly program: 'kustomize' | 'kubectl';
  readonly verb: 'build' | 'kustomize';
  /** Flags that it always sets. */
  readonly flags: readonly string[];
  /** Flags without which it skips or refuses a form, or why no flag helps. */
  readonly forms: Readonly<Record<Form, readonly string[] | Never>>;
  /** Whether files keep their mode; without that no program of a repository can be started. */
  readonly keepsModes: boolean;
  readonly plugin?: Plugin;
  /** Where a user sets flags. */
  readonly whereFlags: string;
}

const ALPHA_FLAG = '--enable-alpha-plugins';
const EXEC_FLAG = '--enable-exec';
const IN_FLUX: Never = {
  why: 'Flux runs no functions and no plugins',
  instead: 'commit what the build prints, or push it as an artifact',
};

/**
 * Sources: kustomize v5.7.1 and kubectl 1.32.4, run; argo-cd v3.2.12, docs/user-guide/kustomize.md, cmpserver; Flux 2.9, FAQ
 * (`kustomize build` with one flag).
 */
export const HOSTS = {
  kustomize: {
    program: 'kustomize',
    verb: 'build',
    flags: [],
    forms: { exec: [ALPHA_FLAG, EXEC_FLAG], container: [ALPHA_FLAG], plugin: [ALPHA_FLAG] },
    keepsModes: true,
    whereFlags: 'build with',
  },
  kubectl: {
    program: 'kubectl',
    verb: 'kustomize',
    flags: [],
    forms: {
      exec: {
        why: 'kubectl starts no exec functions, with whatever flags',
        instead: 'use kustomize build, the container form or an exec plugin; see plugin/kustomize/README.md',
      },
      container: [ALPHA_FLAG],
      plugin: [ALPHA_FLAG],
    },
    keepsModes: true,
    whereFlags: 'build with',
  },
  argocd: {
    program: 'kustomize',
    verb: 'build',
    flags: [],
    forms: {
      exec: [ALPHA_FLAG, EXEC_FLAG],
      container: {
        why: 'the repo server of Argo CD has no docker',
        instead: 'use the plugin of plugin/argocd, or an exec function that is on the PATH of the repo server',
      },
      plugin: [ALPHA_FLAG],
    },
    keepsModes: false,
    plugin: { needs: repoServerNeeds, mention: REPO_SERVER_MENTION, check: checkRepoServer },
    whereFlags: 'use the plugin of plugin/argocd, or set in argocd-cm kustomize.buildOptions:',
  },
  flux: {
    program: 'kustomize',
    verb: 'build',
    flags: ['--load-restrictor=LoadRestrictionsNone'],
    forms: { exec: IN_FLUX, container: IN_FLUX, plugin: IN_FLUX },
    keepsModes: true,
    whereFlags: '',
  },
} as const satisfies Readonly<Record<string, Host>>;

export const HOST_NAMES = ['kustomize', 'kubectl', 'argocd', 'flux'] as const satisfies readonly (keyof typeof HOSTS)[];
export type HostName = (typeof HOST_NAMES)[number];

/** The flags that a form needs and `given` lacks; a later `=false` takes a flag back. */
export function missingFlags(needed: readonly string[], given: readonly string[]): string[] {
  return needed.filter((flag) => {
    const said = given.filter((one) => one === flag || one.startsWith(`${flag}=`)).at(-1);
    return said === undefined || !['', '=true', '=1', '=t'].includes(said.slice(flag.length).toLowerCase());
  });
}
