import { toGpuType } from '../gpu-types.ts';
import { nearest } from './nearest.ts';
import { GPU_SKUS } from './skus.ts';

/** What is left of a name that says nothing but the card. */
const toPlain = (name: string): string => name.toLowerCase().replace(/[-_\s]/g, '');

/** The part of a SKU that names the chip; the rest says its form. */
const chipOf = (sku: string): string => sku.replace(/_(sxm|pcie)$/, '');

/** Longest product name that is looked at. */
const LONGEST_NAME = 100;

/** AMD's names of cards that have a SKU. */
const AMD_NAME = /^(amd)?(instinct)?mi(?<series>[23]\d{2})x?$/;

/** SKUs that a text may mean, as other spellings of the same card; none for another card. */
function skusMeant(text: string): readonly string[] {
  if (text.length > LONGEST_NAME) return [];
  const plain = toPlain(text);
  const spelt = GPU_SKUS.filter((sku) => toPlain(sku) === plain);
  if (spelt.length > 0) return spelt;
  const series = AMD_NAME.exec(plain)?.groups?.series;
  if (series !== undefined) return GPU_SKUS.filter((sku) => sku === `mi${series}`);
  const type = toGpuType(text);
  if (type === undefined) return [];
  if (!type.isAssumed) return [type.sku];
  const forms = GPU_SKUS.filter((sku) => chipOf(sku) === chipOf(type.sku));
  // One form of a chip is no spelling of another one.
  if (forms.length < 2) return [];
  const meant = plain === toPlain(chipOf(type.sku)) ? undefined : nearest(text, forms);
  return meant === undefined ? forms : [meant];
}

/** What to write instead of a text that is no SKU. */
export function skuHint(text: string): string {
  const meant = skusMeant(text);
  if (meant.length > 0) return `write ${meant.join(' or ')}`;
  // Names of GPUs have a number in them.
  if (!/\d/.test(text)) return `use one of ${GPU_SKUS.join(', ')}`;
  return 'no release of Dynamo has a SKU for this GPU: choose the nearest of these yourself, and set spec.hardware.vramMb to the memory of yours';
}
