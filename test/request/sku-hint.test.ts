import { describe, expect, it } from 'vitest';
import { skuHint } from '../../src/request/sku-hint.ts';
import { GPU_SKUS } from '../../src/request/skus.ts';

describe('the same card in another spelling', () => {
  it.each([
    ['NVIDIA-H100-80GB-HBM3', 'h100_sxm'],
    ['H100-SXM5-80GB', 'h100_sxm'],
    ['NVIDIA H100 PCIe', 'h100_pcie'],
    ['H100_SXM', 'h100_sxm'],
    ['h100sxm', 'h100_sxm'],
    ['h100_smx', 'h100_sxm'],
    ['h100', 'h100_sxm or h100_pcie'],
    ['h200', 'h200_sxm'],
    ['NVIDIA-H200', 'h200_sxm'],
    ['NVIDIA-B200', 'b200_sxm'],
    ['NVIDIA-GB200', 'gb200_sxm'],
    ['A100-SXM4-40GB', 'a100_sxm'],
    ['Tesla-V100-SXM2-16GB', 'v100_sxm'],
    ['Tesla T4', 't4'],
    ['L40-S', 'l40s'],
    ['NVIDIA-L40S', 'l40s'],
    ['NVIDIA-RTX-PRO-6000-Blackwell-Server-Edition', 'rtx_pro_6000_server'],
    ['MI300X', 'mi300'],
    ['AMD Instinct MI300X', 'mi300'],
  ])('%s is %s', (text, sku) => {
    expect(skuHint(text)).toBe(`write ${sku}`);
  });
});

describe('another card', () => {
  it.each([
    'h20',
    'gh200',
    'A10G',
    'NVIDIA-A10',
    'h800',
    'NVIDIA-H200-NVL',
    'L20',
    'rtx_4090',
    'MI325X',
    'Gaudi2',
    'h10',
  ])('%s is never answered with one that is known', (text) => {
    const hint = skuHint(text);
    expect(hint).toMatch(
      /^no release of Dynamo has a SKU for this GPU: choose the nearest .* set spec.hardware.vramMb/,
    );
    for (const sku of GPU_SKUS) expect(hint).not.toContain(sku);
  });

  it.each(['', 'radeon', 'x'.repeat(1_000_000)])('what names no GPU gets the list', (text) => {
    expect(skuHint(text)).toMatch(/^use one of gb200_sxm, /);
  });
});
