// Runs the bundle in a process of its own and says what it took.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const CLI = fileURLToPath(new URL('../dist/dgdr-render.mjs', import.meta.url));

/** Wall time in ms and peak memory in MiB of one process. */
export function measure(args, cwd = process.cwd()) {
  const code = `process.on('exit', () => process.stderr.write('\\nPEAK_KIB=' + process.resourceUsage().maxRSS));
    process.argv = [process.argv[0], ...JSON.parse(process.env.BENCH_ARGS)];
    await import(process.env.BENCH_CLI);`;
  const started = performance.now();
  const { status, stderr } = spawnSync(process.execPath, ['--input-type=module', '--eval', code], {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, BENCH_CLI: CLI, BENCH_ARGS: JSON.stringify([CLI, ...args]) },
    maxBuffer: 2 ** 30,
  });
  if (status !== 0) throw new Error(stderr);
  return { ms: performance.now() - started, mib: Number(/PEAK_KIB=(\d+)/.exec(stderr)?.[1]) / 1024 };
}
