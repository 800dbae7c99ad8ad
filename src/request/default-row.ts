import type { ConfigKind, ValueKind } from './value-kinds.ts';

/** Who a config is for: the function, or all hosts of a repository. */
export type ConfigForm = 'function' | 'project';

interface RowFacts {
  /** What it is about: what a request leaves out, how a run goes, or what the function is handed and hands back. */
  readonly about: 'request' | 'run' | 'function';
  /** What editors show beside the field of a config. */
  readonly description: string;
  /** What holds where nobody says anything. */
  readonly fallback?: unknown;
  /** A value as a config has it, for a project file to start with. */
  readonly example?: unknown;
  /** Name of the annotation below `dgdr-render.dev/` with which a request says it itself. */
  readonly annotation?: string;
  /** The one form of config that has it; both where it is absent. */
  readonly only?: ConfigForm | 'none';
  /** For conformance runs: known, but neither in a help nor in a published schema. */
  readonly isInternal?: boolean;
}

interface OptionFacts {
  /** Without dashes. */
  readonly name: string;
  /** Placeholder of the value in the help. */
  readonly value?: string;
  /** The description with a small letter, unless it says more. */
  readonly help?: string;
}

interface ParameterFacts {
  readonly name: string;
  readonly title: string;
  /** The description, unless it says more. */
  readonly tooltip?: string;
}

/** Something that a host may set: always in a config, as an option and as a parameter of Argo CD where they have a name. */
export type DefaultRow =
  | (RowFacts & { readonly kind: ConfigKind<unknown>; readonly option?: undefined; readonly parameter?: undefined })
  | (RowFacts & {
      readonly kind: ValueKind<unknown>;
      readonly option?: OptionFacts;
      readonly parameter?: ParameterFacts;
    });
