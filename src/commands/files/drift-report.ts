import { type Finding, findingOf } from '../../errors.ts';
import { GRAPH_KIND } from '../../kinds.ts';
import { refOf } from '../../krm/identity.ts';
import type { Resource } from '../../krm/resource.ts';
import type { ResourceFinding } from '../../krm/results.ts';
import type { Change } from '../../render/compare/changes.ts';
import type { Drift } from '../../render/compare/drift.ts';
import { counted } from '../../words.ts';
import { oneLine } from '../cli/one-line.ts';

/** Something that differs, and where. */
export type Difference = (
  | Drift
  | { readonly kind: 'left over'; readonly committed: Resource; readonly object: Resource['object'] }
) & {
  /** Relative to the working directory. */
  readonly file: string;
};

/** What differs as lines for people, such as `default/chat-dgd: services.decode.replicas: 2 -> 3`. */
export function formatDifferences(differences: readonly Difference[]): string {
  return differences.flatMap((one) => linesOf(one).map((line) => `${oneLine(`${nameOf(one)}: ${line}`)}\n`)).join('');
}

function linesOf(one: Difference): string[] {
  if (one.kind !== 'changed') return [ONE_SIDED[one.kind](one.file)];
  return [...one.changes.map(({ path, text }) => `${path.replace(/^spec\./, '')}: ${text}`), `why: ${one.why}`];
}

const ONE_SIDED: Readonly<Record<Exclude<Difference['kind'], 'changed'>, (file: string) => string>> = {
  missing: (file) => `missing in ${file}`,
  extra: (file) => `extra in ${file}, no request renders it`,
  'left over': (file) => `left over in ${file}, no request renders it any more`,
};

/** The finding of a difference: a changed object on its line in the committed file, a missing one on its request's. */
export function toFinding(one: Difference, renderAgain: string): ResourceFinding {
  const finding = findingOf('DRIFT', { message: `${nameOf(one)} is ${inShort(one)}` });
  if (one.kind === 'missing') {
    const { request } = one.rendered;
    return { ...finding, hint: renderAgain, origin: request.locate('metadata.name'), resource: request };
  }
  const { committed } = one;
  if (one.kind !== 'changed')
    return { ...finding, hint: REMOVE[one.kind], origin: committed.origin, resource: committed };
  const path = foremost(one.changes)?.field ?? '';
  return { ...finding, hint: renderAgain, path, origin: committed.locate(path), resource: committed };
}

/** The change that stands for all of an object: what a graph says about its rendering follows from the others. */
function foremost(changes: readonly Change[]): Change | undefined {
  return changes.find(({ path }) => !path.startsWith('metadata.annotations.')) ?? changes[0];
}

/** What happened to a file that was not as rendered, or what it still lacks, and how a commit takes it up. */
const CHANGES = {
  written: { message: 'the file was not what the requests render to, and has been written', git: 'git add' },
  untracked: { message: 'the file is what the requests render to, but git does not track it', git: 'git add' },
  removed: { message: 'the file was left over, no request renders it any more, and has been removed', git: 'git rm' },
} as const;

/** The finding of a file that a hook's run changed, or that a commit would leave out. */
export function changeFinding(file: string, change: keyof typeof CHANGES): Finding {
  const { message, git } = CHANGES[change];
  const argument = /^[\w./@+-]+$/.test(file) ? file : `'${file.replaceAll("'", "'\\''")}'`;
  return findingOf('DRIFT', { message, hint: `${git} ${argument}`, origin: { file, index: 0 } });
}

const REMOVE = {
  extra: 'move it to another file, or remove it',
  'left over': 'delete the file (render --prune does it), and the graph in the cluster unless another file has it',
} as const;

function inShort(one: Difference): string {
  if (one.kind !== 'changed') return ONE_SIDED[one.kind](one.file);
  const others = one.changes.length - 1;
  const more = others === 0 ? '' : `, and ${counted(others, 'more difference')}`;
  return `not as rendered: ${foremost(one.changes)?.text}${more}; why: ${one.why}`;
}

/** `default/chat-dgd`; objects of another kind with it. */
function nameOf({ object }: Difference): string {
  const { kind, name, namespace = 'default' } = refOf(object);
  return `${kind === GRAPH_KIND ? '' : `${kind} `}${namespace}/${name}`;
}
