import { RenderError } from '../errors.ts';
import { isObject, type Json, type JsonObject } from '../json.ts';
import {
  type ArchitectureName,
  FAMILIES_WITH_NEXTN,
  FAMILY_OF_ARCHITECTURE,
  type Family,
  MLA_FAMILIES,
  QK_NORM_ARCHITECTURES,
  TEXT_CONFIG_KEY,
} from './families.ts';
import { type InferredQuant, inferQuantisation } from './quantisation.ts';
import { shown } from './shown.ts';

/** What the engine needs to know of a model; sizes are elements, heads and layers are counts. */
export interface Architecture {
  readonly id: string;
  readonly name: ArchitectureName;
  readonly family: Family;
  readonly layers: number;
  readonly hiddenSize: number;
  readonly heads: number;
  /** 0 where the configuration has none. */
  readonly kvHeads: number;
  readonly headSize: number;
  readonly interSize: number;
  readonly vocabSize: number;
  readonly contextLength: number;
  readonly experts: number;
  readonly topk: number;
  readonly moeInterSize: number;
  readonly usesQkNorm: boolean;
  /** Tokens predicted besides the next one in each decode step. */
  readonly nextn: number;
  readonly quant: InferredQuant;
  /** Rows of a block that shares one scale, for block-scaled weights. */
  readonly weightBlockSize: number;
  /** Latent attention, where the architecture has it. */
  readonly mla: LatentGeometry | undefined;
}

/** Sizes of latent attention in elements; 0 where the configuration has none. */
interface LatentGeometry {
  readonly kvRank: number;
  readonly ropeSize: number;
  readonly valueHeadSize: number;
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
export function parseArchitecture(id: string, { config, hfQuantConfig }: ModelConfig): Architecture {
  const name = architectureName(id, config);
  const family = FAMILY_OF_ARCHITECTURE[name];
  const text = textConfig(config, name);
  const need = (key: string): number => positiveInteger(id, key, text[key]);
  const first = (...keys: string[]): number => firstNumber(id, text, ...keys);
  const layers = layerCount(id, text);
  const heads = need('num_attention_heads');
  const hiddenSize = need('hidden_size');
  const quantisation = quantConfig(config, text);
  const experts = first('num_local_experts', 'n_routed_experts', 'num_experts');
  if (layers > MAX_LAYERS || experts > MAX_EXPERTS) {
    throw new RenderError('LIMIT_EXCEEDED', {
      message: `model ${id} has ${layers} layers and ${experts} experts; at most ${MAX_LAYERS} and ${MAX_EXPERTS} are modelled`,
      path: 'spec.model',
    });
  }
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
    topk: numberOr(id, text, ['num_experts_per_tok', 'top_k_experts'], 0),
    moeInterSize: first('moe_intermediate_size', 'intermediate_size'),
    usesQkNorm: QK_NORM_ARCHITECTURES.includes(name),
    nextn: numberOr(id, text, ['num_nextn_predict_layers'], FAMILIES_WITH_NEXTN.includes(family) ? 1 : 0),
    quant: inferQuantisation(id, quantisation, hfQuantConfig),
    weightBlockSize: weightBlockSize(quantisation),
    mla: MLA_FAMILIES.includes(family) ? latentGeometry(first) : undefined,
  };
}

function latentGeometry(first: (key: string) => number): LatentGeometry {
  return {
    kvRank: first('kv_lora_rank'),
    ropeSize: first('qk_rope_head_dim'),
    valueHeadSize: first('v_head_dim'),
  };
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
  if (typeof name === 'string' && Object.hasOwn(FAMILY_OF_ARCHITECTURE, name)) return name as ArchitectureName;
  throw new RenderError('FAMILY_UNSUPPORTED', {
    message: `model ${id} has the architecture ${shown(name)}, which belongs to no known family`,
    path: 'spec.model',
    hint: `known architectures: ${Object.keys(FAMILY_OF_ARCHITECTURE).join(', ')}`,
  });
}

function textConfig(config: JsonObject, name: ArchitectureName): JsonObject {
  const key = TEXT_CONFIG_KEY[name];
  const text = key === undefined ? undefined : config[key];
  return isObject(text) ? text : config;
}

function quantConfig(config: JsonObject, text: JsonObject): JsonObject | undefined {
  const found = config.quantization_config ?? text.quantization_config;
  return isObject(found) ? found : undefined;
}

function layerCount(id: string, text: JsonObject): number {
  if (typeof text.num_hidden_layers === 'number')
    return positiveInteger(id, 'num_hidden_layers', text.num_hidden_layers);
  if (Array.isArray(text.layers_block_type)) return text.layers_block_type.length;
  if (typeof text.hybrid_override_pattern === 'string') return text.hybrid_override_pattern.length;
  return positiveInteger(id, 'num_hidden_layers', undefined);
}

function positiveInteger(id: string, key: string, value: Json | undefined): number {
  if (typeof value === 'number' && Number.isSafeInteger(value) && value > 0) return value;
  throw new RenderError('MODEL_INVALID', {
    message: `the configuration of ${id} has ${key} ${shown(value)}, wanted a positive integer`,
    path: 'spec.model',
  });
}

/** The first of `keys` that holds a number other than zero, else 0. */
function firstNumber(id: string, text: JsonObject, ...keys: string[]): number {
  const key = keys.find((name) => typeof text[name] === 'number' && text[name] !== 0);
  return key === undefined ? 0 : positiveInteger(id, key, text[key]);
}

/** The first of `keys` that holds a number, zero too, else `fallback`. */
function numberOr(id: string, text: JsonObject, keys: readonly string[], fallback: number): number {
  const key = keys.find((name) => typeof text[name] === 'number');
  return key === undefined ? fallback : text[key] === 0 ? 0 : positiveInteger(id, key, text[key]);
}
