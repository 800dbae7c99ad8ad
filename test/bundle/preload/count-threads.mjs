// Counts the threads that the tool starts, and writes how many when the process ends to COUNT_FILE.
import { writeFileSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import threads from 'node:worker_threads';

if (threads.isMainThread) {
  const { Worker } = threads;
  let count = 0;
  threads.Worker = class extends Worker {
    constructor(...args) {
      super(...args);
      count += 1;
    }
  };
  syncBuiltinESMExports();
  process.on('exit', () => writeFileSync(process.env.COUNT_FILE, String(count)));
}
