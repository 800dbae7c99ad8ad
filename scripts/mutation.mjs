/**
 * Changes files of src/ in every small way that StrykerJS knows, and says which changes no test notices.
 *
 *     npm run mutation -- FILE...   # or a quoted pattern: 'src/pick/**'
 *
 * Only tests that concern the files run: those of their rooms and, where recorded runs hold a room, the recorded runs.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
/** Rooms whose numbers the reference's own runs hold, and a few of those: each mode, family, kind of limit and way to pick. */
const RECORDED_ROOMS = ['operations', 'models', 'engine', 'pick', 'profile'];
const RECORDED_CASES = [
  'qwen3-32b-kv-disagg',
  'qwen3-moe-h200',
  'llama-8b-e2e-vllm',
  'llama-8b-tight-itl',
  'planner-rapid',
  'qwen3-32b-load',
  'load-exceeded',
  'small-osl-sglang',
  'qwen3-1-7b-gb300',
];

const files = process.argv.slice(2);
if (files.length === 0 || files.some((file) => !file.startsWith('src/'))) {
  console.error('usage: npm run mutation -- FILE...   (files or patterns below src/)');
  process.exit(2);
}
const rooms = [...new Set(files.map((file) => file.split('/')[1].replace(/\.ts$/, '')))];
const tests = rooms.flatMap((room) => [
  ...(existsSync(join(ROOT, 'test', room)) ? [`test/${room}/**/*.test.ts`] : []),
  ...(existsSync(join(ROOT, 'test', `${room}.test.ts`)) ? [`test/${room}.test.ts`] : []),
]);
if (rooms.some((room) => RECORDED_ROOMS.includes(room))) tests.push('test/conformance/recorded.test.ts');
const stryker = fileURLToPath(new URL('bin/stryker.js', import.meta.resolve('@stryker-mutator/core/package.json')));
// Not --testFiles: with it StrykerJS 9.6 never activates a mutant of what runs while a module is loaded.
const env = { ...process.env, VITEST_INCLUDE: tests.join(','), RECORDED_CASES: RECORDED_CASES.join(',') };
const args = [stryker, 'run', '--mutate', files.join(',')];
process.exit(spawnSync(process.execPath, args, { cwd: ROOT, env, stdio: 'inherit' }).status ?? 1);
