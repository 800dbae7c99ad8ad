/**
 * The measured tables cannot answer a query. The sweep leaves the parallel choice out, as the reference does, and
 * says so; it never reaches a user as an error of its own.
 */
export class DataMissing extends Error {
  /** Whether it is so of an operation in every step, and not of the sizes of one. */
  readonly isOfEveryStep: boolean;

  constructor(message: string, { isOfEveryStep = false } = {}) {
    super(message);
    this.name = 'DataMissing';
    this.isOfEveryStep = isOfEveryStep;
  }
}

/** What `run` gives, or that data is missing for it; other errors go on. */
export function attempt<Value>(run: () => Value): Value | DataMissing {
  try {
    return run();
  } catch (error) {
    if (error instanceof DataMissing) return error;
    throw error;
  }
}
