import type { SuppliedModels } from '../../profile/supplied-models.ts';
import type { Street } from '../../render/render.ts';

/** Everything a command takes from its process; tests hand over their own. */
export interface Context {
  /** Absolute path that relative ones start at. */
  readonly cwd: string;
  /** Environment variables; only commands whose host speaks through them look. */
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly readStdin: () => Promise<Uint8Array>;
  readonly stdout: (text: string) => void;
  readonly stderr: (text: string) => void;
  /**
   * Does work that must not end halfway: a signal that asks the process to end reaches it only as the AbortSignal, and ends
   * the process when the work is over.
   */
  readonly untilSafe: <T>(work: (signal: AbortSignal) => Promise<T>) => Promise<T>;
  /** Says how far long work is, to people who watch it on a terminal; what is printed later takes its place. */
  readonly progress: (text: string) => void;
  /** Columns of the terminal that stdout goes to; undefined where it goes elsewhere. */
  readonly columns?: number | undefined;
  /** Whether stderr may be coloured. */
  readonly isColoured: boolean;
  /** Whether errors alone are said. */
  readonly isQuiet?: boolean | undefined;
  /** Opens the measured data; called once, and only when there is a request to work on. */
  readonly openStreet: (models: SuppliedModels) => Street;
  /** What threads beside this one are started from, and how many the machine can run at once. */
  readonly threads: { readonly entry: URL; readonly processors: number };
}
