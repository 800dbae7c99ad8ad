/** What the name of a GPU product says. */
export interface GpuType {
  /** A value of `hardware.gpuSku`. */
  readonly sku: string;
  /** What joins the GPUs of a node; undefined where the product leaves it open. */
  readonly interconnect: 'nvlink' | 'pcie' | undefined;
  /** Whether the name leaves open which SKU it is. */
  readonly isAssumed: boolean;
}

interface GpuRow {
  /** Words of the product's name, joined by hyphens. */
  readonly models: readonly string[];
  /** SKU of modules on a board with NVLink. */
  readonly module?: string;
  /** SKU of cards in a PCIe slot, or of the only form. */
  readonly card?: string;
  /** What joins the cards of a node, where no bridge can be plugged on them. */
  readonly cardLink?: 'pcie';
}

/**
 * GPU products and their SKUs: ai-dynamo/dynamo, deploy/operator/internal/gpu/discovery.go (1.1 to 1.6), with these
 * differences. Models are whole words, so that GH200 is not H200 and T400 not T4. GB200 keeps the SKU that all releases
 * take (from 1.6 discovery writes `gb200`). GB300 and RTX PRO 6000 are measured here only. AMD's rows are left out: their
 * nodes carry no labels of NVIDIA. `cardLink` is that of the boards' data sheets.
 */
export const GPU_ROWS: readonly GpuRow[] = [
  { models: ['VR-NVL72'], module: 'vr_nvl72' },
  { models: ['GB300'], module: 'gb300' },
  { models: ['GB200'], module: 'gb200_sxm' },
  { models: ['GB10'], card: 'gb10' },
  { models: ['B300'], module: 'b300_sxm' },
  { models: ['B200'], module: 'b200_sxm' },
  { models: ['RTX-PRO-6000-Blackwell-Server-Edition'], card: 'rtx_pro_6000_server', cardLink: 'pcie' },
  { models: ['H200'], module: 'h200_sxm' },
  { models: ['H100'], module: 'h100_sxm', card: 'h100_pcie' },
  { models: ['A100', 'A100X'], module: 'a100_sxm', card: 'a100_pcie' },
  { models: ['A30'], card: 'a30' },
  { models: ['L40S'], card: 'l40s', cardLink: 'pcie' },
  { models: ['L40'], card: 'l40', cardLink: 'pcie' },
  { models: ['L4'], card: 'l4', cardLink: 'pcie' },
  { models: ['V100', 'V100S'], module: 'v100_sxm', card: 'v100_pcie' },
  { models: ['T4', 'T4G'], card: 't4', cardLink: 'pcie' },
];

/** Words that tell a module (the operator's, HBM3 from 1.6 on) or a card. */
const FORMS: readonly { readonly form: 'module' | 'card'; readonly word: RegExp }[] = [
  { form: 'module', word: /^(SXM|HGX|DGX|HBM3)/ },
  { form: 'card', word: /^(PCIE|NVL$|FHHL)/ },
];

/** What the product's name (label `nvidia.com/gpu.product`) says, or undefined where no release has a SKU for it. */
export function toGpuType(product: string): GpuType | undefined {
  const words = product.toUpperCase().split(/[-_\s]+/);
  const name = `-${words.join('-')}-`;
  const row = GPU_ROWS.find(({ models }) => models.some((model) => name.includes(`-${model.toUpperCase()}-`)));
  if (row === undefined) return undefined;
  const said = FORMS.find(({ word }) => words.some((one) => word.test(one)))?.form;
  const form = said !== undefined && row[said] !== undefined ? said : row.card !== undefined ? 'card' : 'module';
  const sku = row[form];
  if (sku === undefined) throw new Error(`the row of ${product} has no SKU`);
  // A form that only one SKU fits is settled, unless the name says the other one (H200 NVL is a card).
  const isAssumed = said === undefined ? row.module !== undefined && row.card !== undefined : said !== form;
  if (isAssumed) return { sku, interconnect: undefined, isAssumed };
  return { sku, interconnect: form === 'module' ? 'nvlink' : row.cardLink, isAssumed };
}
