// Hugging Face's engine on the same vocabularies and text: node tokenizer_peer.mjs FOLDER. Needs, where it is called: npm install --no-save tokenizers@0.23.2
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createRequire } from 'node:module';

const { Tokenizer } = createRequire(join(process.cwd(), 'here.js'))('tokenizers');
const folder = process.argv[2];
const text = readFileSync(join(folder, 'corpus.txt'), 'utf8'), lines = text.split('\n');
const result = {};
for (const name of ['wordpiece', 'bpe']) {
  const tokenizer = Tokenizer.fromFile(join(folder, name, 'tokenizer.json'));
  let best = Infinity;
  for (let round = 0; round < 5; round++) {
    const begin = process.cpuUsage();
    // One call for all lines: crossing from Node into Rust once must not count.
    await tokenizer.encodeBatch(lines, { addSpecialTokens: false });
    const { user, system } = process.cpuUsage(begin);
    best = Math.min(best, (user + system) / 1e6);
  }
  result[name] = Buffer.byteLength(text) / best / 1e6;
}
console.log(JSON.stringify(result));
