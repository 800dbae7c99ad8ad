/** Hardware with defaults of its own (aiconfigurator 0.10.0, generator/facts/hardware.yaml and request_resolution.py). */
export type HardwareFacts = 'h100' | 'h200' | 'b200' | 'gb200';

const HARDWARE_FACTS: Readonly<Record<string, HardwareFacts>> = {
  h100_sxm: 'h100',
  h100_pcie: 'h100',
  h200_sxm: 'h200',
  b200_sxm: 'b200',
  b300_sxm: 'b200',
  gb200: 'gb200',
  gb200_sxm: 'gb200',
  gb300: 'gb200',
};

/** The facts profile of a system. Undefined for all others, which then get no model defaults either, as in the reference. */
export function hardwareFacts(system: string): HardwareFacts | undefined {
  return Object.hasOwn(HARDWARE_FACTS, system) ? HARDWARE_FACTS[system] : undefined;
}

const DEEPSEEK_V4_IDS = ['deepseek-ai/DeepSeek-V4', 'sgl-project/DeepSeek-V4'];

/** Whether the model has the DeepSeek-V4 serving defaults (aiconfigurator 0.10.0, generator/facts/models.yaml). */
export function isDeepSeekV4(worker: { readonly model: string; readonly facts: HardwareFacts | undefined }): boolean {
  return worker.facts !== undefined && DEEPSEEK_V4_IDS.some((id) => worker.model.startsWith(id));
}
