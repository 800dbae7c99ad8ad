// Times calls over repositories with more and more requests (scripts/load-repository.mjs) and sets each size beside the
// smallest: npm run bench:load -- [--sizes 100,1000,3000] [--measured]. Reports; never judges.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { writeRepository } from './load-repository.mjs';
import { measure } from './measure.mjs';

const { values } = parseArgs({
  options: { sizes: { type: 'string', default: '100,1000,3000' }, measured: { type: 'boolean', default: false } },
});
const sizes = values.sizes.split(',').map(Number);
/** In the order in which they need each other's files. */
const CALLS = [
  ['render', '.'],
  ['render', '--output-dir', 'out', '.'],
  ['render', '--output-dir', 'out', '--previous', 'out', '.'],
  ['check', '--output-dir', 'out', '.'],
  ['render', '--beside', '.'],
  ['check', '.'],
  ['profile', '.'],
];

/** Processor time and memory of every call over a repository of that size. */
function measureSize(count) {
  const folder = mkdtempSync(join(tmpdir(), 'dgdr-load-'));
  try {
    writeRepository(folder, count, values.measured);
    return CALLS.map((args) => measure(args, { cwd: folder }));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const results = sizes.map(measureSize);
console.log(
  `node ${process.version}, ${values.measured ? 'measured' : 'sized from memory'}; processor time beside the first size, per request`,
);
for (const [call, args] of CALLS.entries()) {
  console.log(args.join(' '));
  const [first] = results;
  for (const [i, count] of sizes.entries()) {
    const { ms, mib } = results[i][call];
    const growth = ms / first[call].ms / (count / sizes[0]);
    const cells = [
      `${count} requests`,
      `${(ms / 1000).toFixed(2)} s`,
      `x${growth.toFixed(2)}`,
      `peak ${mib.toFixed(0)} MiB`,
    ];
    console.log(`  ${cells.map((cell) => cell.padStart(16)).join('')}`);
  }
}
