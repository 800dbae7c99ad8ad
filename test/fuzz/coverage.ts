import { type Profiler, Session } from 'node:inspector';

/** Which characters of a script ran, as V8 counts blocks. */
export interface Coverage {
  /** Sees what ran since the last time, which the next three are about. */
  readonly take: () => void;
  /** Whether something of it never ran before. */
  readonly isNew: () => boolean;
  /** Characters of it that never ran before. */
  readonly gain: () => number;
  readonly remember: () => void;
  /** As if nothing had run. */
  readonly forget: () => void;
  /** Characters that are remembered. */
  readonly seen: () => number;
}

/** Characters that are compared at once. */
const WORD_BYTES = 4;

/** Starts to count in the script of a file URL. */
export function openCoverage(url: string, length: number): Coverage {
  const session = new Session();
  session.connect();
  session.post('Profiler.enable');
  session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
  const size = Math.ceil(length / WORD_BYTES) * WORD_BYTES;
  const [ran, ever] = [new Uint8Array(size), new Uint8Array(size)];
  const [words, everWords] = [new Int32Array(ran.buffer), new Int32Array(ever.buffer)];
  return {
    take: () => {
      ran.fill(0);
      // Functions come from the outside in, and so do the blocks of each, so that the inner word counts.
      for (const { ranges } of functionsOf(session, url)) {
        for (const { startOffset, endOffset, count } of ranges) ran.fill(count > 0 ? 1 : 0, startOffset, endOffset);
      }
    },
    // Loops by hand: this is done for every few inputs, over megabytes.
    isNew: () => {
      for (let i = 0; i < words.length; i++) if ((words[i]! & ~everWords[i]!) !== 0) return true;
      return false;
    },
    gain: () => {
      let count = 0;
      for (let i = 0; i < size; i++) count += ran[i]! & ~ever[i]!;
      return count;
    },
    remember: () => {
      for (let i = 0; i < words.length; i++) everWords[i]! |= words[i]!;
    },
    forget: () => ever.fill(0),
    seen: () => ever.reduce((sum, one) => sum + one, 0),
  };
}

function functionsOf(session: Session, url: string): readonly Profiler.FunctionCoverage[] {
  let functions: readonly Profiler.FunctionCoverage[] = [];
  // A session with its own thread answers at once.
  session.post('Profiler.takePreciseCoverage', (error, answer) => {
    if (error !== null) throw error;
    functions = answer.result.find((script) => script.url === url)?.functions ?? [];
  });
  return functions;
}
