// Writes what Hugging Face's own engine makes of the golden texts: huggingface.json beside golden.json.
//   npm install --no-save tokenizers@0.23.2 && node tests/HitSongs.Benchmarks/peers/huggingface_golden.mjs tests/HitSongs.Tests/Transformers/Tokenizers/Golden
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createRequire } from 'node:module';

const { Tokenizer } = createRequire(join(process.cwd(), 'here.js'))('tokenizers');
const folder = process.argv[2];
const golden = JSON.parse(readFileSync(join(folder, 'golden.json'), 'utf8'));
const ids = Object.fromEntries(golden.tokens.map((token, id) => [token, id]));
const merges = golden.merges.map(([left, right]) => `${left} ${right}`);
const size = golden.tokens.length, bytes = Object.keys(golden.vocabulary).length;

const added = (id, content, options) => ({ id, content, single_word: false, lstrip: false, rstrip: false, normalized: false, special: true, ...options });
const sequence = (id, type_id) => ({ Sequence: { id, type_id } }), special = (id, type_id) => ({ SpecialToken: { id, type_id } });
const template = {
  type: 'TemplateProcessing',
  single: [special('[CLS]', 0), sequence('A', 0), special('[SEP]', 0)],
  pair: [special('[CLS]', 0), sequence('A', 0), special('[SEP]', 0), sequence('B', 1), special('[SEP]', 1)],
  special_tokens: { '[CLS]': { id: '[CLS]', ids: [2], tokens: ['[CLS]'] }, '[SEP]': { id: '[SEP]', ids: [3], tokens: ['[SEP]'] } },
};
const bert = (changes, normalizer) => ({
  version: '1.0', truncation: null, padding: null,
  added_tokens: golden.tokens.slice(0, 5).map((token, id) => added(id, token)),
  normalizer: { type: 'BertNormalizer', clean_text: true, handle_chinese_chars: true, strip_accents: null, lowercase: true, ...normalizer },
  pre_tokenizer: { type: 'BertPreTokenizer' },
  post_processor: template,
  decoder: { type: 'WordPiece', prefix: '##', cleanup: true },
  model: { type: 'WordPiece', unk_token: '[UNK]', continuing_subword_prefix: '##', max_input_chars_per_word: 100, vocab: ids },
  ...changes,
});
const byteLevel = (add_prefix_space, trim_offsets) => ({ type: 'ByteLevel', add_prefix_space, trim_offsets, use_regex: true });
const gpt2 = changes => ({
  version: '1.0', truncation: null, padding: null,
  added_tokens: [added(bytes, '<|endoftext|>', { normalized: true })],
  normalizer: null,
  pre_tokenizer: byteLevel(false, true),
  post_processor: byteLevel(true, false),
  decoder: byteLevel(true, true),
  model: { type: 'BPE', dropout: null, unk_token: null, continuing_subword_prefix: '', end_of_word_suffix: '', fuse_unk: false, byte_fallback: false, ignore_merges: false, vocab: golden.vocabulary, merges },
  ...changes,
});
const sets = {
  'BERT uncased': bert(),
  'BERT cased': bert({}, { lowercase: false }),
  'BERT cased without accents': bert({}, { lowercase: false, strip_accents: true }),
  'BERT uncased with accents and without spaces around ideographs': bert({}, { strip_accents: false, handle_chinese_chars: false }),
  'BERT with BertProcessing': bert({ post_processor: { type: 'BertProcessing', sep: ['[SEP]', 3], cls: ['[CLS]', 2] } }),
  'BERT with added tokens': bert({ added_tokens: [...golden.tokens.slice(0, 5).map((token, id) => added(id, token)),
    added(size, 'mus', { special: false, normalized: true }), added(size + 1, 'ing', { special: false, normalized: true, single_word: true }),
    added(size + 2, '--', { special: false, lstrip: true, rstrip: true }), added(size + 3, "n't")] }),
  'NFD, StripAccents and Lowercase before Whitespace': bert({ normalizer: { type: 'Sequence', normalizers: [{ type: 'NFD' }, { type: 'StripAccents' }, { type: 'Lowercase' }] }, pre_tokenizer: { type: 'Whitespace' } }),
  'NFKD before two pre-tokenizers': bert({ normalizer: { type: 'NFKD' }, pre_tokenizer: { type: 'Sequence', pretokenizers: [{ type: 'WhitespaceSplit' }, { type: 'BertPreTokenizer' }] } }),
  'GPT-2': gpt2(),
  'GPT-2 with a space before the text': gpt2({ pre_tokenizer: byteLevel(true, true), post_processor: byteLevel(true, true) }),
  'RoBERTa': gpt2({
    added_tokens: ['<s>', '<pad>', '</s>', '<unk>'].map((token, index) => added(bytes + index, token, { normalized: true })).concat(added(bytes + 4, '[MASK]', { lstrip: true })),
    pre_tokenizer: byteLevel(false, true),
    post_processor: { type: 'RobertaProcessing', sep: ['</s>', bytes + 2], cls: ['<s>', bytes], trim_offsets: true, add_prefix_space: false },
  }),
};

// The engine counts code points, C# counts UTF-16 chars.
const places = text => { const at = []; let next = 0; for (const char of text) { at.push(next); next += char.length; } return [...at, next]; };
const cases = golden.cases.slice(0, 60).map(({ text }, index, all) => (index % 3 ? [text] : [text, all[(index + 1) % all.length].text]));
const result = {};
for (const [name, definition] of Object.entries(sets)) {
  const tokenizer = Tokenizer.fromString(JSON.stringify(definition));
  const encodings = [];
  for (const texts of cases) {
    const encoding = await tokenizer.encode(texts[0], texts[1] ?? null);
    const sequences = encoding.getSequenceIds(), maps = texts.map(places), numbers = encoding.getIds();
    encodings.push({
      ids: numbers, types: encoding.getTypeIds(), special: encoding.getSpecialTokensMask(),
      words: encoding.getWordIds().map(word => word ?? null),
      offsets: encoding.getOffsets().map(([start, end], i) => (sequences[i] == null ? [0, 0] : [maps[sequences[i]][start], maps[sequences[i]][end]])),
      decoded: await tokenizer.decode(numbers, true),
    });
  }
  const { vocab, merges: _, ...model } = definition.model;
  result[name] = { definition: { ...definition, model }, encodings };
}
const rows = Object.entries(result).map(([name, { definition, encodings }]) =>
  `${JSON.stringify(name)}: {"definition": ${JSON.stringify(definition)}, "encodings": [\n${encodings.map(one => JSON.stringify(one)).join(',\n')}\n]}`);
writeFileSync(join(folder, 'huggingface.json'), `{"texts": [\n${cases.map(one => JSON.stringify(one)).join(',\n')}\n],\n"tokenizers": {\n${rows.join(',\n')}\n}}\n`);
