import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const SPECIAL = ['<unk>', '<s>', '</s>'];
const WORDS =
  'a b c d e f g h i j k l m n o p q r s t u v w x y z hello world user assistant 0 1 2 3 4 5 6 7 8 9 . , ! ?'.split(
    ' ',
  );
const TEMPLATE = "{% for message in messages %}{{ message['role'] }} {{ message['content'] }} {% endfor %}assistant";

/** A model that is nothing but a configuration and a tokenizer of some fifty words, which is all that a mocker reads. */
export function writeModel(folder: string): string {
  const vocab = Object.fromEntries([...SPECIAL, ...WORDS].map((word, id) => [word, id]));
  const files = {
    'config.json': {
      architectures: ['LlamaForCausalLM'],
      model_type: 'llama',
      ...{ bos_token_id: 1, eos_token_id: 2, vocab_size: 64, max_position_embeddings: 2048, torch_dtype: 'bfloat16' },
      ...{
        hidden_size: 16,
        intermediate_size: 32,
        num_hidden_layers: 2,
        num_attention_heads: 2,
        num_key_value_heads: 2,
      },
    },
    'generation_config.json': { bos_token_id: 1, eos_token_id: 2 },
    'tokenizer_config.json': {
      ...{ tokenizer_class: 'PreTrainedTokenizerFast', model_max_length: 2048, chat_template: TEMPLATE },
      ...{ unk_token: '<unk>', bos_token: '<s>', eos_token: '</s>' },
    },
    'tokenizer.json': {
      ...{ version: '1.0', truncation: null, padding: null, normalizer: null, post_processor: null, decoder: null },
      added_tokens: SPECIAL.map((content, id) => {
        return { id, content, single_word: false, lstrip: false, rstrip: false, normalized: false, special: true };
      }),
      pre_tokenizer: { type: 'Whitespace' },
      model: { type: 'WordLevel', vocab, unk_token: '<unk>' },
    },
  };
  mkdirSync(folder, { recursive: true });
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), JSON.stringify(content));
  return folder;
}
