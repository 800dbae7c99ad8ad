import { describe, expect, test } from 'vitest';
import type { Finding } from '../../src/errors.ts';
import { finish } from '../support/graphs.ts';
import { profileOf, type Wish, wishedRequest } from '../support/profiles.ts';
import { collectWarnings } from '../support/warnings.ts';

/** What is said of the graph of a wish, besides of its profile. */
function findings(wish: Wish): readonly Finding[] {
  const { warn, seen } = collectWarnings();
  finish(wishedRequest(wish), profileOf(wish).profile, warn);
  return seen;
}

const V100: Wish = { gpuSku: 'v100_sxm', totalGpus: 4, vramMb: 32_768 };
const MI300: Wish = { gpuSku: 'mi300', totalGpus: 8, vramMb: 196_608 };

const override = (worker: string): string => `  overrides: {dgd: {spec: {services: {VllmDecodeWorker: ${worker}}}}}`;
const withArgs = (args: string) => override(`{extraPodSpec: {mainContainer: {args: [${args}]}}}`);

describe('a card without the data type of the checkpoint', () => {
  test.each([
    ['vllm', '--dtype half'],
    ['sglang', '--dtype half'],
    ['trtllm', '--trtllm.dtype float16'],
  ])('is warned about, with the flag of %s to override', (backend, flag) => {
    const [warning, ...others] = findings({ ...V100, backend });
    expect(others).toEqual([]);
    expect(warning).toMatchObject({ code: 'DATA_TYPE_UNSUPPORTED', path: 'spec.hardware.gpuSku', origin: { line: 8 } });
    expect(warning?.message).toContain('v100_sxm has no bfloat16');
    expect(warning?.hint).toContain(flag);
  });

  test('is not, where an override sets the flag', () => {
    expect(findings({ ...V100, more: withArgs('--dtype, half') })).toEqual([]);
    expect(findings({ ...V100, more: withArgs('--dtype=float16') })).toEqual([]);
  });

  test.each(['l4', 'h100_pcie', 'a30'])('is none of %s', (gpuSku) => {
    expect(findings({ gpuSku, totalGpus: 4 })).toEqual([]);
  });
});

describe('a card of AMD', () => {
  test('is warned about, with the resource and the image to override', () => {
    const [warning, ...others] = findings(MI300);
    expect(others).toEqual([]);
    expect(warning).toMatchObject({ code: 'GPU_VENDOR_MISMATCH', path: 'spec.hardware.gpuSku', origin: { line: 8 } });
    expect(warning?.hint).toMatch(/ROCm .* amd\.com\/gpu \(as resources\.limits\.gpuType\)/);
  });

  test('is not, where an override asks for its GPUs', () => {
    const more = override('{resources: {limits: {gpuType: amd.com/gpu}}}');
    expect(findings({ ...MI300, more })).toEqual([]);
  });
});

test('nothing is said under compat reference', () => {
  expect(findings({ ...V100, compat: 'reference' })).toEqual([]);
  expect(findings({ ...MI300, compat: 'reference' })).toEqual([]);
});
