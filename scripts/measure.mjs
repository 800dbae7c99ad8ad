// Runs the bundle in a process of its own and says what it took.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const PROGRAM = fileURLToPath(new URL('./measured-program.mjs', import.meta.url));
const ROOT = fileURLToPath(new URL('..', import.meta.url));

/**
 * Processor time (user and system) in ms and peak memory in MiB of one whole process, of the bundle in a checkout, all its
 * threads together. Its wall time in ms depends on what else the machine does: it is for ratios of runs beside each other.
 */
export function measure(args, { cwd = process.cwd(), checkout = ROOT } = {}) {
  const cli = join(checkout, 'dist/dgdr-render.mjs');
  const { status, stderr } = spawnSync(process.execPath, [PROGRAM, cli, ...args], {
    cwd,
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
  });
  if (status !== 0) throw new Error(stderr);
  if (stderr.includes('THREAD_LOST')) throw new Error(`fewer threads than were asked for: ${stderr}`);
  const [, microseconds, kib, wallMs] = /USAGE=(\d+) (\d+) ([\d.]+)/.exec(stderr);
  return { ms: Number(microseconds) / 1000, mib: Number(kib) / 1024, wallMs: Number(wallMs) };
}
