// Seen here: words fall into pieces, pieces become numbers, and numbers mean something else in another vocabulary.
using HitSongs.Transformers;
using static HitSongs.Demonstrations.Demonstration;

var texts = Input<string[]>("texts");
var own = BertTokenizer.from_vocabulary(Input<string[]>("vocabulary"));
var other = BertTokenizer.from_vocabulary(Input<string[]>("other"));

// The longest piece that fits, from the left. What has no pieces at all is [UNK].
Observe("pieces", string.Join(' ', own.tokenize(texts[0])));
Console.WriteLine($"{texts[0]}: {string.Join(' ', own.tokenize(texts[0]))}");

// The same text, two code books, and what the one makes of a message in the other.
var ids = own.encode(texts[0]);
var misread = string.Join(' ', other.convert_ids_to_tokens(ids));
Observe("ids", ids);
Observe("other ids", other.encode(texts[0]));
Observe("read by the other", misread);
Console.WriteLine($"ids {string.Join(' ', ids)}, which the other vocabulary reads as: {misread}");

// A batch is a rectangle. The mask tells tokens from filling.
var batch = own.call(texts, padding: true, truncation: true, max_length: Input<int>("length"), return_tensors: "pt");
Observe("batch", batch.input_ids);
Observe("mask", batch.attention_mask);
Console.WriteLine($"{texts.Length} texts make a batch of [{string.Join(", ", batch.input_ids.shape)}], {batch.attention_mask.sum().item<long>()} of it tokens");

// 30,522 pieces spell even what no one has written before.
var sentence = Input<string>("sentence");
var pretrained = AutoTokenizer.from_pretrained(Input<string>("pretrained"));
Observe("pretrained pieces", string.Join(' ', pretrained.tokenize(sentence)));
Observe("pretrained ids", pretrained.encode(sentence));
Console.WriteLine($"{sentence}: {string.Join(' ', pretrained.tokenize(sentence))}");
