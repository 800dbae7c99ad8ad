// Has the system take no more than seven bytes of a write at a time, as a disk does that is nearly full.
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

const { writeSync } = fs;
fs.writeSync = (descriptor, bytes, offset = 0) => {
  if (typeof bytes === 'string') return writeSync(descriptor, bytes);
  return writeSync(descriptor, bytes, offset, Math.min(7, bytes.length - offset));
};
syncBuiltinESMExports();
