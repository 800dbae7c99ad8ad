import { RenderError } from '../errors.ts';
import { isObject, type JsonObject } from '../json.ts';
import { show } from '../words.ts';
import { ARCHITECTURES, type ArchitectureName, architectureRow } from './architectures.ts';
import type { CommonFacts } from './common-facts.ts';
import { type FactReader, factReader } from './fact-reader.ts';
import { FAMILIES } from './families.ts';
import type { FamilyModel, Unmodelled } from './family.ts';
import { inferQuantisation } from './quantisation.ts';

/** What the engine needs to know of a model. */
export interface Architecture extends CommonFacts {
  /** How its family runs it; the facts that only this family has are inside. */
  readonly model: FamilyModel | Unmodelled;
}

/** A Hugging Face `config.json` with its optional `hf_quant_config.json`. */
export interface ModelConfig {
  readonly config: JsonObject;
  readonly hfQuantConfig?: JsonObject | undefined;
}

/** Largest sizes that are accepted; a larger value is a typo or an attack (docs/deviations.md, limits). */
const MAX_LAYERS = 1024;
const MAX_EXPERTS = 4096;

/**
 * Reads the facts of a model from its configuration.
 * @throws RenderError MODEL_INVALID for a missing field, FAMILY_UNSUPPORTED for an unknown architecture.
 * Source: aiconfigurator 0.10.0, sdk/utils.py, `_parse_hf_config_json`.
 */
export function parseArchitecture(id: string, files: ModelConfig): Architecture {
  const name = architectureName(id, files.config);
  const text = textConfig(files.config, name);
  const read = factReader(id, text);
  const facts = commonFacts(read, { id, name, text, files });
  const definition = FAMILIES[facts.family];
  return { ...facts, model: definition === 'unmodelled' ? definition : definition(read) };
}

interface FoundModel {
  readonly id: string;
  readonly name: ArchitectureName;
  /** The text model's part of the configuration. */
  readonly text: JsonObject;
  readonly files: ModelConfig;
}

function commonFacts(read: FactReader, { id, name, text, files }: FoundModel): CommonFacts {
  const { family, hasQkNorm = false, windowSize = 0, nextn = 0 } = architectureRow(name);
  const { need, first, orElse } = read;
  const layers = layerCount(read, text);
  const heads = need('num_attention_heads');
  const hiddenSize = need('hidden_size');
  const quantisation = quantConfig(files.config, text);
  const experts = first('num_local_experts', 'n_routed_experts', 'num_experts');
  requireBounded(id, layers, experts);
  return {
    id,
    name,
    family,
    layers,
    hiddenSize,
    heads,
    kvHeads: first('num_key_value_heads'),
    headSize: first('head_dim', 'attention_head_dim') || Math.floor(hiddenSize / heads),
    interSize: first('intermediate_size'),
    vocabSize: need('vocab_size'),
    contextLength: need('max_position_embeddings'),
    experts,
    topk: orElse(0, 'num_experts_per_tok', 'top_k_experts'),
    moeInterSize: first('moe_intermediate_size', 'intermediate_size'),
    usesQkNorm: hasQkNorm,
    windowSize,
    nextn: orElse(nextn, 'num_nextn_predict_layers'),
    quant: inferQuantisation(id, quantisation, files.hfQuantConfig),
    weightBlockSize: weightBlockSize(quantisation),
  };
}

function requireBounded(id: string, layers: number, experts: number): void {
  if (layers <= MAX_LAYERS && experts <= MAX_EXPERTS) return;
  throw new RenderError('LIMIT_EXCEEDED', {
    message: `model ${id} has ${layers} layers and ${experts} experts; at most ${MAX_LAYERS} and ${MAX_EXPERTS} are modelled`,
    path: 'spec.model',
  });
}

const DEFAULT_BLOCK_SIZE = 128;

function weightBlockSize(quantisation: JsonObject | undefined): number {
  const blocks = quantisation?.weight_block_size;
  const first = Array.isArray(blocks) ? blocks[0] : undefined;
  return typeof first === 'number' && first > 0 ? first : DEFAULT_BLOCK_SIZE;
}

function architectureName(id: string, config: JsonObject): ArchitectureName {
  const names = config.architectures;
  const name = Array.isArray(names) ? names[0] : undefined;
  if (typeof name === 'string' && Object.hasOwn(ARCHITECTURES, name)) return name as ArchitectureName;
  throw new RenderError('FAMILY_UNSUPPORTED', {
    message: `model ${id} has the architecture ${show(name ?? null)}, which belongs to no known family`,
    path: 'spec.model',
    hint: `known architectures: ${Object.keys(ARCHITECTURES).join(', ')}`,
  });
}

function textConfig(config: JsonObject, name: ArchitectureName): JsonObject {
  const { textConfig: key } = architectureRow(name);
  const text = key === undefined ? undefined : config[key];
  return isObject(text) ? text : config;
}

function quantConfig(config: JsonObject, text: JsonObject): JsonObject | undefined {
  const found = config.quantization_config ?? text.quantization_config;
  return isObject(found) ? found : undefined;
}

function layerCount({ need }: FactReader, text: JsonObject): number {
  if (typeof text.num_hidden_layers === 'number') return need('num_hidden_layers');
  if (Array.isArray(text.layers_block_type)) return text.layers_block_type.length;
  if (typeof text.hybrid_override_pattern === 'string') return text.hybrid_override_pattern.length;
  return need('num_hidden_layers');
}
