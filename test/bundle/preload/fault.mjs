// Does FAULT (the name of a signal, or the code of a system's error) at the FAULT_AT-th change of the file system below
// FAULT_ROOT, counted from 1, and writes the number of changes to FAULT_COUNT where that is given. For SIGKILL a file that is
// written counts twice: before it is there, and when it is but holds only half of its content.
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { sep } from 'node:path';

const { FAULT, FAULT_AT, FAULT_ROOT, FAULT_COUNT } = process.env;
const CHANGES = [
  'mkdirSync',
  'writeFileSync',
  'linkSync',
  'copyFileSync',
  'symlinkSync',
  'renameSync',
  'rmSync',
  'rmdirSync',
];
const { writeFileSync } = fs;
let count = 0;

function strike(what, path) {
  if (FAULT.startsWith('SIG')) process.kill(process.pid, FAULT);
  else throw Object.assign(new Error(`${FAULT}: told to, ${what} '${path}'`), { code: FAULT });
}

const isBelow = (path) => typeof path === 'string' && (path === FAULT_ROOT || path.startsWith(FAULT_ROOT + sep));

for (const name of CHANGES) {
  const original = fs[name];
  fs[name] = (...args) => {
    const path = args.find(isBelow);
    if (path === undefined) return original(...args);
    if (++count === Number(FAULT_AT)) strike(name, path);
    if (FAULT === 'SIGKILL' && name === 'writeFileSync' && ++count === Number(FAULT_AT)) {
      const [, content, options] = args;
      original(path, content.slice(0, content.length / 2), options);
      strike(name, path);
    }
    return original(...args);
  };
}
syncBuiltinESMExports();
if (FAULT_COUNT) process.on('exit', () => writeFileSync(FAULT_COUNT, String(count)));
