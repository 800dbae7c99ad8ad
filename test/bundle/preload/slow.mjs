// Makes calls of the file system named in SLOW (such as `linkSync,renameSync`) take a few ms longer, so that what happens
// at the same time, or takes a while, does so on every machine.
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

const PAUSE_MS = 10;
const cell = new Int32Array(new SharedArrayBuffer(4));
for (const name of process.env.SLOW.split(',')) {
  const original = fs[name];
  fs[name] = (...args) => {
    Atomics.wait(cell, 0, 0, PAUSE_MS);
    return original(...args);
  };
}
syncBuiltinESMExports();
