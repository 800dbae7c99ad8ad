import { expect, test } from 'vitest';
import { quantityHint } from '../../src/request/quantities.ts';

test.each([
  ['ttft', '800ms', 'write 800, in milliseconds'],
  ['ttft', '0.8 s', 'write 800, in milliseconds'],
  ['itl', '12,5ms', 'write 12.5, in milliseconds'],
  ['e2eLatency', '1m', 'write 60000, in milliseconds'],
  ['vramMb', '80Gi', 'write 81920, in MiB'],
  ['isl', '4k', 'write 4000, in tokens'],
  ['totalGpus', '8x', 'write 8, in GPUs'],
  ['requestRate', '120/min', 'write 2, in requests a second'],
  ['ttft', 'fast', 'write a number, in milliseconds'],
  ['ttft', '8 parsecs', 'write a number, in milliseconds'],
  ['name', '8ms', undefined],
  ['ttft', 8, undefined],
])('%s: %j', (field, value, hint) => {
  expect(quantityHint(field, value)).toBe(hint);
});
