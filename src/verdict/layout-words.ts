import { type Candidate, workersByRole } from '../engine/candidate.ts';
import type { Layout } from '../models/layout.ts';
import type { Role } from '../serving.ts';
import type { Deployment } from './deployment.ts';

/** Sizes of a layout by the names that people have for them. */
const SIZES = [
  ['tp', 'tp', 'tensor parallel'],
  ['pp', 'pp', 'pipeline parallel'],
  ['dp', 'dp', 'data parallel attention'],
  ['etp', 'moeTp', 'tensor parallel experts'],
  ['ep', 'moeEp', 'expert parallel'],
  ['cp', 'cp', 'context parallel'],
] as const satisfies readonly (readonly [string, keyof Layout, string])[];

/** What the names of sizes stand for. */
export const LAYOUT_LEGEND = `${SIZES.map(([name, , words]) => `${name} ${words}`).join(', ')}, b batch of a rank; sizes of 1 are left out`;

/** The sizes of a worker above one, such as `tp4dp2ep8`; `tp1` where there is none. */
export function layoutWords(layout: Layout): string {
  const words = SIZES.filter(([, member]) => layout[member] > 1).map(([name, member]) => `${name}${layout[member]}`);
  return words.length === 0 ? 'tp1' : words.join('');
}

/** What the workers of a role are called beside those of another. */
const ROLE_WORDS = { agg: '', prefill: 'prefill ', decode: 'decode ' } as const satisfies Record<Role, string>;

/** Workers of a role. */
export interface Workers {
  readonly role: Role;
  readonly count: number;
  readonly layout: Layout | undefined;
  readonly batch: number | undefined;
}

/** Such as `2x prefill tp1 b1 + 1x decode tp4 b128`. */
export function workersWords(workers: readonly Workers[]): string {
  return workers
    .map(({ role, count, layout, batch }) => {
      const size = layout === undefined ? 'workers' : layoutWords(layout);
      return `${count}x ${ROLE_WORDS[role]}${size}${batch === undefined ? '' : ` b${batch}`}`;
    })
    .join(' + ');
}

/** The workers of one replica of a deployment. */
export function replicaWords({ replicas, workers }: Pick<Deployment, 'replicas' | 'workers'>): string {
  return workersWords(workers.map((one) => ({ ...one, count: replicas === 0 ? one.count : one.count / replicas })));
}

/** The workers of one replica of a candidate. */
export function candidateWords(candidate: Candidate): string {
  const workers = workersByRole(candidate);
  return workersWords(workers.map(([role, { workers: count, layout, batch }]) => ({ role, count, layout, batch })));
}
