// Seen here: text becomes pieces and numbers by WordPiece, a pretrained vocabulary and byte-level BPE, in batches, and text again.
using HitSongs.Transformers;
using static HitSongs.Demonstrations.Demonstration;

var texts = Input<string[]>("texts");

// WordPiece: a token's id is its place in the vocabulary.
var wordPiece = BertTokenizer.from_vocabulary(Input<string[]>("vocabulary"));
Observe("wordpiece tokens", string.Join(' ', wordPiece.tokenize(texts[0])));
foreach (var text in texts)
{
    Console.WriteLine($"{text}: {string.Join(' ', wordPiece.tokenize(text))}");
}

var batch = wordPiece.call(texts, padding: true, truncation: true, max_length: Input<int>("maxLength"), return_tensors: "pt");
Observe("wordpiece batch", batch.input_ids);
Observe("attention mask", batch.attention_mask);
Observe("wordpiece decoded", wordPiece.decode(wordPiece.encode(texts[0]), skip_special_tokens: true));

// The vocabulary of a pretrained model knows most words whole, and the others in pieces.
var sentence = Input<string>("sentence");
var pretrained = AutoTokenizer.from_pretrained(Input<string>("pretrained"));
Observe("pretrained tokens", string.Join(' ', pretrained.tokenize(sentence)));
Observe("pretrained ids", pretrained.encode(sentence));

// Byte-level BPE: the first of the merges that fits comes first, until none does.
var merges = Input<string[]>("merges").Select(merge => merge.Split(' ')).Select(pair => (pair[0], pair[1])).ToList();
var bpe = GPT2Tokenizer.from_vocabulary(Input<Dictionary<string, int>>("vocab"), merges);
var ids = texts.Select(text => bpe.encode(text)).ToList();
Observe("bpe ids", ids);
Observe("bpe decoded", string.Join('\n', bpe.batch_decode(ids)));
