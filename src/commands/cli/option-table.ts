interface OptionSpec {
  readonly type: 'string' | 'boolean';
  /** One letter that stands for it behind one dash. */
  readonly short?: string;
  /** Placeholder of the value in the help. */
  readonly value?: string;
  readonly help: string;
  /** May be given several times. */
  readonly isRepeatable?: boolean;
  /** Known, but not in the help: for conformance runs, and where a command takes it without a use for it. */
  readonly isHidden?: boolean;
}

/** The options of a command, by their names without dashes. */
export type OptionTable = Readonly<Record<string, OptionSpec>>;
