import type { JsonObject } from '../../json.ts';
import type { Component } from '../component.ts';

/** A volume of every pod with its mount in the main container; both replace what the user has in their place. */
export interface VolumeRow {
  readonly name: string;
  readonly mountPath: string;
  /** The source of the volume; undefined where the component has none. */
  readonly source: (component: Component) => JsonObject | undefined;
}

/** Size of /dev/shm where the graph says nothing. */
const DEFAULT_SIZE = '8Gi';
/** Sizes that mean that there is no shared memory. */
const NO_SIZE = /^0+(?:\.0*)?[A-Za-z]*$/;

/** Source: ai-dynamo, deploy/operator/internal/dynamo/shared_memory.go, 1.2 to 1.5. */
export const SHARED_MEMORY: readonly VolumeRow[] = [
  {
    name: 'shared-memory',
    mountPath: '/dev/shm',
    source: ({ sharedMemory = DEFAULT_SIZE }) =>
      NO_SIZE.test(String(sharedMemory)) ? undefined : { emptyDir: { medium: 'Memory', sizeLimit: sharedMemory } },
  },
];
