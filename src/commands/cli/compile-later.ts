import { setFlagsFromString } from 'node:v8';

/**
 * How much of its own bytecode a function runs before it is optimized, and how much of others is optimized along with it,
 * by the generation of Node: its own 66 kB and 920 bytes are for programs that run on. Most runs of this one end so soon
 * that a sixth of their processor time went into optimizing, on another thread. Later generations have a cheap compiler
 * in between and need nothing.
 */
const FLAGS: Readonly<Record<string, string>> = {
  20: '--interrupt-budget=700000 --max-inlined-bytecode-size-cumulative=150',
};

/** Makes the engine of Node optimize only what runs for long. */
export function compileLater(): void {
  const flag = FLAGS[process.versions.node.split('.')[0] ?? ''];
  if (flag !== undefined) setFlagsFromString(flag);
}
