/** A call that cannot be understood: exit code 2 and a pointer to the help. */
export class UsageError extends Error {}
