/** Who calls, in whose words hints speak: a command line, an application of Argo CD, the config of a function. */
export type HostKind = 'command' | 'application' | 'function';
