import type { Json } from '../json.ts';
import type { FactReader } from './fact-reader.ts';

/**
 * What a configuration lists for each layer, cut to the layers that there are: some list those of drafts behind them.
 * @throws RenderError MODEL_INVALID
 */
export function layerList(read: FactReader, key: string): readonly Json[] {
  const layers = read.need('num_hidden_layers');
  const list = read.value(key);
  if (!Array.isArray(list) || list.length < layers) throw read.refusal(key, `a list of ${layers} layers`);
  return list.slice(0, layers);
}

/** What a configuration calls layers that see all tokens, and those that see a window of them. */
const WORDS: Readonly<Record<string, boolean>> = { full_attention: true, sliding_attention: false };

/** Which layers see all tokens, by their words in `layer_types`. @throws RenderError MODEL_INVALID */
export function fullLayers(read: FactReader): readonly boolean[] {
  return layerList(read, 'layer_types').map((word) => {
    const isFull = typeof word === 'string' && Object.hasOwn(WORDS, word) ? WORDS[word] : undefined;
    if (isFull === undefined) throw read.refusal('layer_types', `a list of ${Object.keys(WORDS).join(' and ')}`);
    return isFull;
  });
}
