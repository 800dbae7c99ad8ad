// Counts how often each file is read, and writes that to COUNT_FILE when the process ends.
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

const { readFileSync, writeFileSync } = fs;
const counts = {};
fs.readFileSync = (path, ...rest) => {
  counts[path] = (counts[path] ?? 0) + 1;
  return readFileSync(path, ...rest);
};
syncBuiltinESMExports();
process.on('exit', () => writeFileSync(process.env.COUNT_FILE, JSON.stringify(counts)));
