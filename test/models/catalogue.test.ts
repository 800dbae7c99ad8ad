import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { isObject, type JsonObject } from '../../src/json.ts';
import { openCatalog } from '../../src/perfdb/catalog.ts';
import { openKnownModels } from '../../src/perfdb/known-models.ts';
import { countParameters } from './count-parameters.ts';

interface Entry {
  readonly parameters: number;
  readonly config: JsonObject;
}
interface Alias {
  readonly like: string;
  readonly format?: string;
  readonly parameters?: number;
}

const { configs, aliases, likely, formats } = JSON.parse(readFileSync('catalogue/models.json', 'utf8')) as {
  readonly configs: Readonly<Record<string, Entry>>;
  readonly aliases: Readonly<Record<string, Alias>>;
  readonly likely: Readonly<Record<string, string>>;
  readonly formats: Readonly<Record<string, object>>;
};
const data = openCatalog()('0.10').models();
const known = openKnownModels(() => [data]);

const TOWER = 'a vision tower and its projector';
const ROTARY = 'rotary buffers, half a head for each layer';
const OWN_HEAD = 'the predicted-token layer has a head and an embedding of its own';

/** What published totals have besides the text model, by the number of parameters. */
const BESIDES: Readonly<Record<string, readonly [parameters: number, what: string]>> = {
  'Qwen/Qwen2-VL-7B-Instruct': [675_759_104, TOWER],
  'Qwen/Qwen2.5-VL-32B-Instruct': [688_841_984, TOWER],
  'Qwen/Qwen2.5-VL-3B-Instruct': [668_684_288, TOWER],
  'Qwen/Qwen2.5-VL-72B-Instruct': [704_573_696, TOWER],
  'Qwen/Qwen2.5-VL-7B-Instruct': [676_550_144, TOWER],
  'Qwen/Qwen3.5-0.8B': [100_592_896, TOWER],
  'Qwen/Qwen3.5-2B': [331_416_576, TOWER],
  'Qwen/Qwen3.5-4B': [333_514_240, TOWER],
  'Qwen/Qwen3.5-9B': [456_010_480, TOWER],
  'baidu/ERNIE-4.5-21B-A3B-PT': [123_217_920, 'a dense predicted-token block with four norms'],
  'google/gemma-3-12b-it': [421_290_864, TOWER],
  'google/gemma-3-27b-it': [423_060_336, TOWER],
  'google/gemma-3-4b-it': [419_816_304, TOWER],
  'meta-llama/Llama-2-13b-chat-hf': [2560, ROTARY],
  'meta-llama/Llama-2-70b-chat-hf': [5120, ROTARY],
  'meta-llama/Llama-2-7b-chat-hf': [2048, ROTARY],
  'mistralai/Devstral-Small-2-24B-Instruct-2512': [438_958_640, `${TOWER}; two scales for each quantised product`],
  'mistralai/Ministral-3-14B-Instruct-2512': [438_958_080, TOWER],
  'mistralai/Ministral-3-3B-Instruct-2512': [420_083_712, TOWER],
  'mistralai/Ministral-3-8B-Instruct-2512': [428_472_320, TOWER],
  'mistralai/Mistral-Small-3.1-24B-Instruct-2503': [438_958_080, TOWER],
  'mistralai/Mistral-Small-3.2-24B-Instruct-2506': [438_958_080, TOWER],
  'moonshotai/Kimi-K2-Instruct': [3416, 'rotary buffers'],
  'moonshotai/Moonlight-16B-A3B-Instruct': [1728, 'rotary buffers'],
  'nvidia/Nemotron-Mini-4B-Instruct': [-384_178_176, 'a vocabulary that the total counts otherwise'],
  'zai-org/GLM-4.5': [1_551_892_480, OWN_HEAD],
  'zai-org/GLM-4.5-Air': [1_241_513_984, OWN_HEAD],
  'zai-org/GLM-4.5V': [858_681_856, TOWER],
  'zai-org/GLM-4.6': [3_988_069_792, 'a predicted-token layer that the configuration does not mention'],
  'zai-org/GLM-4.7': [1_551_892_480, OWN_HEAD],
  'zai-org/GLM-4.7-Flash': [634_388_480, OWN_HEAD],
};

/** Models whose layers are not counted here: embeddings in each layer, layers that attend to pictures. */
const UNCOUNTED = [
  'google/gemma-4-E2B-it',
  'google/gemma-4-E4B-it',
  'meta-llama/Llama-3.2-11B-Vision-Instruct',
  'meta-llama/Llama-3.2-90B-Vision-Instruct',
];

describe('the catalogue', () => {
  it('has the models and names that it was made with', () => {
    expect(Object.keys(configs).length).toBe(145);
    expect(Object.keys(aliases).length).toBe(1025);
    expect(Object.keys(likely).length).toBe(384);
  });

  it.each(Object.entries(configs).filter(([id]) => !UNCOUNTED.includes(id)))(
    'has the published number of parameters of %s, to the last one',
    (id, { config, parameters }) => {
      const [besides] = BESIDES[id] ?? [0];
      expect((countParameters(config)?.total ?? Number.NaN) + besides).toBe(parameters);
    },
  );

  it('leads every id to files, but those of models that only later data have', () => {
    const lost = Object.entries(aliases).filter(([id]) => known.alias(id) && filesOf(id) === undefined);
    const ofOthers = lost.filter(([, { like }]) => Object.hasOwn(configs, like) || Object.hasOwn(data.models, like));
    expect(ofOthers).toEqual([]);
    expect(lost.length).toBeLessThanOrEqual(29);
  });

  it('names no model twice, and no format that it has not', () => {
    const ids = [configs, aliases, likely].flatMap((part) => Object.keys(part));
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => Object.hasOwn(data.models, id))).toEqual([]);
    const used = Object.values(aliases).flatMap(({ format }) => format ?? []);
    expect(used.filter((format) => !Object.hasOwn(formats, format))).toEqual([]);
  });
});

function filesOf(id: string) {
  const alias = known.alias(id);
  const files = alias && (data.models[alias.like] ?? known.files(alias.like));
  return files && alias && known.aliasFiles(alias, files);
}

/** Scales of quantised weights, buffers and adapters, as a share of all parameters. */
const SMALL = 0.035;

/** Aliases whose totals say something else, with what. */
const OTHERS: readonly string[] = [
  // Two values of four bits count as one.
  'nvidia/DeepSeek-R1-0528-NVFP4-v2',
  'nvidia/DeepSeek-R1-NVFP4-v2',
  // The publisher's own count is short of whole layers.
  'allenai/OLMo-2-1124-7B-SFT',
  'openlm-research/open_llama_7b',
];

/** How many parameters an alias has that neither it nor the model whose shape it has explains; undefined where not counted. */
function unexplained(
  id: string,
  { like, parameters = Number.NaN }: Alias,
): { share: number; rest: number } | undefined {
  const files = filesOf(id);
  const counted = files && countParameters(files.config);
  if (files === undefined || counted === undefined || Number.isNaN(parameters)) return undefined;
  const own = configs[like];
  const tower = own === undefined ? 0 : own.parameters - (countParameters(own.config)?.total ?? own.parameters);
  const rest = parameters - counted.total;
  const ways = [-1, 0, 1].flatMap((heads) =>
    [0, tower].flatMap((besides) =>
      [0, counted.predicted].map((missing) => heads * counted.embedding + besides - missing),
    ),
  );
  const least = Math.min(...ways.map((way) => Math.abs(rest - way)));
  return { share: least / counted.total, rest };
}

describe('the names of the catalogue', () => {
  const found = Object.entries(aliases).flatMap(([id, alias]) => {
    const difference = unexplained(id, alias);
    return difference === undefined ? [] : [{ id, ...difference }];
  });

  it('have the parameters of their models, but for heads, towers, predicted-token layers and scales', () => {
    expect(found.length).toBe(867);
    const wrong = found.filter(({ share, id }) => share > SMALL && !OTHERS.includes(id));
    expect(wrong).toEqual([]);
  });

  it('have them to the last one in more than half of the cases', () => {
    expect(found.filter(({ rest }) => rest === 0).length).toBeGreaterThanOrEqual(545);
  });
});

it('an alias has the fields and the format of its own, and nothing of the other one', () => {
  const files = {
    config: { a: 1, quantization_config: { old: 1 }, text_config: { b: 2, quantization_config: {} } },
    hfQuantConfig: {},
  };
  const alias = { like: 'x', format: 'gptq-int4', isByName: false, set: { a: 3, b: 4 }, parameters: undefined };
  expect(known.aliasFiles(alias, files)).toEqual({
    config: { a: 3, quantization_config: { quant_method: 'gptq', bits: 4 }, text_config: { b: 4 } },
    hfQuantConfig: undefined,
  });
  const plain = known.aliasFiles({ ...alias, format: 'none', set: {} }, files);
  expect(isObject(plain.config) && plain).toEqual({
    config: { a: 1, text_config: { b: 2 } },
    hfQuantConfig: undefined,
  });
  expect(known.aliasFiles({ ...alias, format: 'fp8-modelopt', set: {} }, files).hfQuantConfig).toEqual({
    quantization: { quant_algo: 'FP8', kv_cache_quant_algo: 'FP8' },
  });
});
