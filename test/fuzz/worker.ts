/** One target of `npm run fuzz`, in a thread of its own that scripts/fuzz.mjs watches and may end. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';
import { openCoverage } from './coverage.ts';
import { mutate, pick, randomOf, wordsOf } from './mutate.ts';
import { faultOf, TARGETS, type TargetName } from './targets.ts';

interface Task {
  readonly target: TargetName;
  readonly runs: number;
  readonly seed: number;
  /** Inputs that were kept before. */
  readonly corpus: readonly Uint8Array[];
  /** Runs so far and the length of the input that runs, then the input, so that one that never ends is known. */
  readonly shared: SharedArrayBuffer;
}

/** Inputs between two looks at what ran, which takes as long as many of them. */
const BATCH = 128;
/** Of processors, in µs: no input of this size may take more. */
const SLOW_US = 1_000_000;
const HEAD_BYTES = 8;
/** Of an input that is worth a file: its own size, and the characters of source that only it runs. */
const MOST_COVER_BYTES = 2048;
const LEAST_GAIN = 300;

const { target: name, runs, seed, corpus, shared } = workerData as Task;
const target = TARGETS[name];
const [counter, current] = [new Int32Array(shared, 0, 2), new Uint8Array(shared, HEAD_BYTES)];
const script = fileURLToPath(import.meta.url);
const coverage = openCoverage(import.meta.url, readFileSync(script, 'utf8').length);
const random = randomOf(seed);
const seeds = [...target.seeds(), ...corpus];
const words = wordsOf(seeds);
const kept: Uint8Array[] = [];

function attempt(input: Uint8Array): void {
  current.set(input.subarray(0, current.length));
  Atomics.store(counter, 1, input.length);
  const fault = faultOf(target, input);
  if (fault !== undefined) parentPort?.postMessage({ kind: 'finding', input, reason: fault.stack ?? String(fault) });
}

/** Runs inputs together; where something ran that never did, looks for the inputs that did it. */
function runAll(inputs: readonly Uint8Array[]): void {
  const { user: before } = process.cpuUsage();
  inputs.forEach(attempt);
  const isSlow = process.cpuUsage().user - before > SLOW_US;
  coverage.take();
  const isNew = coverage.isNew();
  if (inputs.length > 1 && (isNew || isSlow)) {
    const half = Math.ceil(inputs.length / 2);
    runAll(inputs.slice(0, half));
    runAll(inputs.slice(half));
  } else if (inputs.length === 1) {
    if (isSlow) parentPort?.postMessage({ kind: 'finding', input: inputs[0], reason: 'slow: more than a second' });
    if (isNew) keep(inputs[0]!);
  }
}

function keep(input: Uint8Array): void {
  coverage.remember();
  kept.push(input);
  parentPort?.postMessage({ kind: 'kept', input });
}

/** A few inputs that run much of what only kept ones do, and no seed; the shortest first. */
function coverOf(inputs: readonly Uint8Array[]): readonly Uint8Array[] {
  coverage.forget();
  coverage.take();
  target.seeds().forEach(attempt);
  coverage.take();
  coverage.remember();
  return [...inputs]
    .sort((a, b) => a.length - b.length)
    .filter((input) => {
      if (input.length > MOST_COVER_BYTES) return false;
      coverage.take();
      attempt(input);
      coverage.take();
      if (coverage.gain() < LEAST_GAIN) return false;
      coverage.remember();
      return true;
    });
}

coverage.take();
for (const one of seeds) {
  runAll([one]);
  Atomics.add(counter, 0, 1);
}
if (kept.length === 0) kept.push(...seeds);
for (let done = seeds.length; done < runs; done += BATCH) {
  const inputs = Array.from({ length: Math.min(BATCH, runs - done) }, () => {
    return mutate(pick(kept, random), { random, other: pick(kept, random), words });
  });
  runAll(inputs);
  Atomics.add(counter, 0, inputs.length);
}
parentPort?.postMessage({ kind: 'done', seen: coverage.seen(), cover: coverOf(kept) });
