// Refuses the FAULT_AT-th read of the file system at or below FAULT_ROOT, counted from 1, with FAULT, and writes the number of
// reads to FAULT_COUNT.
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { sep } from 'node:path';

const { FAULT, FAULT_AT, FAULT_ROOT, FAULT_COUNT } = process.env;
const READS = ['readFileSync', 'openSync', 'statSync', 'lstatSync', 'readdirSync', 'realpathSync', 'readlinkSync'];
const { writeFileSync } = fs;
const isBelow = (path) => typeof path === 'string' && (path === FAULT_ROOT || path.startsWith(FAULT_ROOT + sep));
let count = 0;

for (const name of READS) {
  const original = fs[name];
  fs[name] = (...args) => {
    if (isBelow(args[0]) && ++count === Number(FAULT_AT)) {
      throw Object.assign(new Error(`${FAULT}: told to, ${name} '${args[0]}'`), { code: FAULT, syscall: name });
    }
    return original(...args);
  };
}
syncBuiltinESMExports();
process.on('exit', () => writeFileSync(FAULT_COUNT, String(count)));
