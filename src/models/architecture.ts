import { RenderError } from '../errors.ts';
import { isObject, type JsonObject } from '../json.ts';
import { show } from '../words.ts';
import {
  ARCHITECTURES,
  type ArchitectureName,
  type ArchitectureRow,
  architectureRow,
  type Family,
} from './architectures.ts';
import { type QuantSource, unquantisedModules } from './checkpoint-quant.ts';
import type { CommonFacts } from './common-facts.ts';
import { type FactReader, factReader } from './fact-reader.ts';
import { FAMILIES } from './families.ts';
import type { FamilyModel, Unmodelled } from './family.ts';
import { usualSpelling } from './field-names.ts';
import { inferQuantisation, withExpertType } from './quantisation.ts';
import { standInOf } from './stand-ins.ts';
import { type ModelWeights, modelWeights } from './weights/model-weights.ts';

/** What the engine needs to know of a model. */
export interface Architecture extends CommonFacts {
  /** How its family runs it; the facts that only this family has are inside. */
  readonly model: FamilyModel | Unmodelled;
  /** What an engine has to hold of it. */
  readonly weights: ModelWeights;
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
 * Reads the facts of a model from its configuration, as the engine models its architecture; one that it does not model has
 * what a sizing needs, and is modelled as what stands in for it.
 * @throws RenderError MODEL_INVALID for a missing field, FAMILY_UNSUPPORTED for an architecture that is not modelled where
 * the configuration lacks what a sizing needs.
 * Source: aiconfigurator 0.10.0, sdk/utils.py, `_parse_hf_config_json`.
 */
export function parseArchitecture(id: string, files: ModelConfig): Architecture {
  const className = requireClass(id, files.config);
  const known = isKnown(className) ? { name: className, ...architectureRow(className) } : undefined;
  const found = known === undefined ? foreignModel(id, className, files) : knownModel(id, known, files);
  const { text } = found;
  const read = factReader(id, { text, root: files.config, quantSource: quantSource(files, text) });
  const facts = commonFacts(read, found);
  return { ...facts, model: familyOf(facts, read), weights: weightsOf(facts, found) };
}

interface FoundModel {
  readonly id: string;
  readonly name: string;
  readonly standsFor: ArchitectureName | undefined;
  readonly row: Partial<ArchitectureRow>;
  /** The text model's part of the configuration. */
  readonly text: JsonObject;
  readonly files: ModelConfig;
  /** What text passes by, in layers. */
  readonly skippedLayers: number;
}

function knownModel(
  id: string,
  { name, ...row }: ArchitectureRow & { readonly name: ArchitectureName },
  files: ModelConfig,
): FoundModel {
  return { id, name, standsFor: name, row, text: textConfig(files.config, row.textConfig), files, skippedLayers: 0 };
}

/** A class that no family has, by the row of what stands in for it. */
function foreignModel(id: string, name: string, files: ModelConfig): FoundModel {
  const standIn = standInOf(name);
  const like = standIn === undefined ? {} : architectureRow(standIn.like);
  const spelt = usualSpelling(textConfig(files.config, 'text_config'));
  const text: JsonObject = { num_key_value_heads: spelt.num_attention_heads ?? null, ...standIn?.defaults, ...spelt };
  requireSizes(id, name, text);
  const skipped = standIn?.skips === undefined ? undefined : text[standIn.skips];
  const skippedLayers = Array.isArray(skipped) ? skipped.length : 0;
  return { id, name, standsFor: standIn?.like, row: { ...like, ...standIn }, text, files, skippedLayers };
}

/** What a sizing cannot do without. */
const SIZES = ['hidden_size', 'num_hidden_layers', 'num_attention_heads', 'vocab_size'] as const;

function requireSizes(id: string, name: string, text: JsonObject): void {
  const hasLayers = (key: string): boolean => key === 'num_hidden_layers' && listedLayers(text) !== undefined;
  const missing = SIZES.filter((key) => text[key] === undefined && !hasLayers(key));
  if (missing.length === 0) return;
  throw new RenderError('FAMILY_UNSUPPORTED', {
    message: `model ${id} has the architecture ${show(name)}, which belongs to no known family, and its configuration lacks what a sizing from memory needs: ${missing.join(', ')}`,
    path: 'spec.model',
    hint: `add the fields to its config.json; ${KNOWN}`,
  });
}

/** A family that cannot read the facts of what it stands in for does not model it. */
function familyOf(facts: CommonFacts, read: FactReader): Architecture['model'] {
  const { family, name, standsFor } = facts;
  if (family === undefined) return 'unmodelled';
  if (name === standsFor) return FAMILIES[family](read, facts);
  try {
    return FAMILIES[family](read, facts);
  } catch (error) {
    if (error instanceof RenderError) return 'unmodelled';
    throw error;
  }
}

function weightsOf({ name, quant }: CommonFacts, { files: { config, hfQuantConfig }, text }: FoundModel): ModelWeights {
  return modelWeights({
    className: name,
    config,
    text,
    quant,
    quantSource: quantSource({ config, hfQuantConfig }, text),
  });
}

function commonFacts(
  read: FactReader,
  { id, name, standsFor, row, text, files, skippedLayers }: FoundModel,
): CommonFacts {
  const { family, hasQkNorm = false, windowSize = 0, nextn = 0 } = row;
  const { need, first, orElse } = read;
  const layers = layerCount(read, text) - skippedLayers;
  const heads = need('num_attention_heads');
  const hiddenSize = need('hidden_size');
  const quantisation = quantConfig(files.config, text);
  const experts = first('num_local_experts', 'n_routed_experts', 'moe_num_experts', 'num_experts');
  requireBounded(id, layers, experts);
  return {
    ...{ id, name, standsFor, family: family as Family | undefined },
    layers,
    hiddenSize,
    heads,
    kvHeads: first('num_key_value_heads'),
    headSize: first('head_dim', 'attention_head_dim') || Math.floor(hiddenSize / heads),
    interSize: first('intermediate_size'),
    vocabSize: need('vocab_size'),
    contextLength: name === standsFor ? need('max_position_embeddings') : first('max_position_embeddings') || undefined,
    experts,
    topk: orElse(0, 'num_experts_per_tok', 'top_k_experts', 'moe_top_k', 'num_experts_per_token'),
    moeInterSize: first('moe_intermediate_size', 'intermediate_size'),
    usesQkNorm: hasQkNorm,
    windowSize,
    nextn: orElse(nextn, 'num_nextn_predict_layers'),
    hasCustomCode: isObject(files.config.auto_map),
    quant: withExpertType(inferQuantisation(id, quantisation, files.hfQuantConfig), text.expert_dtype),
    unquantised: unquantisedModules(quantSource(files, text)),
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

const KNOWN = `known architectures: ${Object.keys(ARCHITECTURES).join(', ')}`;

function isKnown(name: string): name is ArchitectureName {
  return Object.hasOwn(ARCHITECTURES, name);
}

/** The class of a model as its configuration names it. */
function requireClass(id: string, config: JsonObject): string {
  const names = config.architectures;
  const name = Array.isArray(names) ? names[0] : undefined;
  if (typeof name === 'string' && CLASS_NAME.test(name)) return name;
  throw new RenderError('FAMILY_UNSUPPORTED', {
    message: `model ${id} has the architecture ${show(name ?? null)}, which belongs to no known family`,
    path: 'spec.model',
    hint: KNOWN,
  });
}

/** What classes of transformers are called. */
const CLASS_NAME = /^[A-Z]\w{2,99}$/;

function textConfig(config: JsonObject, key: 'text_config' | undefined): JsonObject {
  const text = key === undefined ? undefined : config[key];
  return isObject(text) ? text : config;
}

function quantSource({ config, hfQuantConfig }: ModelConfig, text: JsonObject): QuantSource {
  const hf = isObject(hfQuantConfig?.quantization) ? hfQuantConfig.quantization : {};
  return { config: quantConfig(config, text) ?? {}, hf };
}

function quantConfig(config: JsonObject, text: JsonObject): JsonObject | undefined {
  const found = config.quantization_config ?? text.quantization_config;
  return isObject(found) ? found : undefined;
}

function layerCount({ need }: FactReader, text: JsonObject): number {
  if (typeof text.num_hidden_layers === 'number') return need('num_hidden_layers');
  return listedLayers(text) ?? need('num_hidden_layers');
}

function listedLayers({ layers_block_type: list, hybrid_override_pattern: pattern }: JsonObject): number | undefined {
  if (Array.isArray(list)) return list.length;
  return typeof pattern === 'string' ? pattern.length : undefined;
}
