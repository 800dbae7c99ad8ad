// Counts how often each file is opened or read by its name, and writes that to COUNT_FILE when the process ends.
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

const { openSync, readFileSync, writeFileSync } = fs;
const counts = {};
const count = (path) => {
  if (typeof path === 'string') counts[path] = (counts[path] ?? 0) + 1;
};
fs.openSync = (path, ...rest) => {
  count(path);
  return openSync(path, ...rest);
};
fs.readFileSync = (path, ...rest) => {
  count(path);
  return readFileSync(path, ...rest);
};
syncBuiltinESMExports();
process.on('exit', () => writeFileSync(process.env.COUNT_FILE, JSON.stringify(counts)));
