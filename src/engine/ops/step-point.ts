/** What one operation of a step sees. */
export interface StepPoint {
  /** Tokens the step processes; the sequences of a batch count together. */
  readonly tokens: number;
  /** Sequences in the step. */
  readonly batch: number;
  /** Tokens of each sequence: new ones in prefill, all so far in decode. */
  readonly sequenceLength: number;
}
