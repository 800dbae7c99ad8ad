import { describe, expect, it } from 'vitest';
import { GPU_ROWS, toGpuType } from '../src/gpu-types.ts';
import { RELEASES } from '../src/releases.ts';
import { GPU_SKUS } from '../src/request/skus.ts';

const SKUS = GPU_ROWS.flatMap(({ module, card }) => [module, card]).filter((sku) => sku !== undefined);

/** Values of `nvidia.com/gpu.product`: the names of the driver with hyphens for blanks. */
const PRODUCTS: readonly (readonly [string, string, string | undefined])[] = [
  ['NVIDIA-H100-80GB-HBM3', 'h100_sxm', 'nvlink'],
  ['H100-SXM5-80GB', 'h100_sxm', 'nvlink'],
  ['NVIDIA-H100-PCIe', 'h100_pcie', undefined],
  ['NVIDIA-H100-NVL', 'h100_pcie', undefined],
  ['NVIDIA-H200', 'h200_sxm', 'nvlink'],
  ['NVIDIA-B200', 'b200_sxm', 'nvlink'],
  ['NVIDIA-B300-SXM6-AC', 'b300_sxm', 'nvlink'],
  ['NVIDIA-GB200', 'gb200_sxm', 'nvlink'],
  ['NVIDIA-GB300', 'gb300', 'nvlink'],
  ['NVIDIA-GB10', 'gb10', undefined],
  ['NVIDIA-VR-NVL72', 'vr_nvl72', 'nvlink'],
  ['NVIDIA-A100-SXM4-80GB', 'a100_sxm', 'nvlink'],
  ['NVIDIA-A100-80GB-PCIe', 'a100_pcie', undefined],
  ['A100-PCIE-40GB', 'a100_pcie', undefined],
  ['NVIDIA-A30', 'a30', undefined],
  ['NVIDIA-L40S', 'l40s', 'pcie'],
  ['NVIDIA-L40', 'l40', 'pcie'],
  ['NVIDIA-L4', 'l4', 'pcie'],
  ['Tesla-V100-SXM2-32GB', 'v100_sxm', 'nvlink'],
  ['Tesla-V100-DGXS-32GB', 'v100_sxm', 'nvlink'],
  ['Tesla-V100-PCIE-16GB', 'v100_pcie', undefined],
  ['Tesla-V100S-PCIE-32GB', 'v100_pcie', undefined],
  ['Tesla-T4', 't4', 'pcie'],
  ['NVIDIA-RTX-PRO-6000-Blackwell-Server-Edition', 'rtx_pro_6000_server', 'pcie'],
];

describe('a GPU product', () => {
  it.each(PRODUCTS)('%s is %s', (product, sku, interconnect) => {
    expect(toGpuType(product)).toEqual({ sku, interconnect, isAssumed: false });
    expect(toGpuType(product.toLowerCase().replaceAll('-', ' '))).toEqual({ sku, interconnect, isAssumed: false });
  });

  it.each([
    ['NVIDIA-H100', 'h100_pcie'],
    ['NVIDIA-H100-80GB-HBM2e', 'h100_pcie'],
    ['NVIDIA-A100X', 'a100_pcie'],
    ['NVIDIA-H200-NVL', 'h200_sxm'],
  ])('%s is assumed to be %s, as the operator has it', (product, sku) => {
    expect(toGpuType(product)).toEqual({ sku, interconnect: undefined, isAssumed: true });
  });

  it.each([
    'NVIDIA-GH200-480GB',
    'NVIDIA-T400-4GB',
    'NVIDIA-A10G',
    'NVIDIA-A40',
    'NVIDIA-H20',
    'NVIDIA-GeForce-RTX-4090',
    'NVIDIA-RTX-PRO-6000-Blackwell-Workstation-Edition',
    'L400',
    '',
  ])('%s is none that a release knows', (product) => {
    expect(toGpuType(product)).toBeUndefined();
  });

  it('has an example here for every SKU', () => {
    expect([...new Set(PRODUCTS.map(([, sku]) => sku))].sort()).toEqual([...new Set(SKUS)].sort());
  });

  it('comes to a SKU that a request may have', () => {
    expect(SKUS.filter((sku) => !GPU_SKUS.includes(sku))).toEqual([]);
  });

  it('reaches every SKU of NVIDIA that an operator knows, gb200 by its older name', () => {
    const unreached = RELEASES.flatMap(({ skus }) => skus).filter((sku) => !SKUS.includes(sku));
    expect([...new Set(unreached)].sort()).toEqual(['gb200', 'mi200', 'mi300']);
  });
});
