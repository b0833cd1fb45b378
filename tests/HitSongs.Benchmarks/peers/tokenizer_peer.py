"""BERT's WordPiece and GPT-2's byte-level BPE in plain Python, from the published descriptions: a second opinion and a yardstick.

python3 tokenizer_peer.py golden DIRECTORY   writes DIRECTORY/golden.json, which the tests compare token for token
python3 tokenizer_peer.py speed INPUT        INPUT is a JSON file {vocabulary, merges, tokens, corpus}; prints {wordpiece, bpe, pieces, symbols}
"""
import json
import os
import random
import sys
import time
import unicodedata

IDEOGRAPHS = ((0x4E00, 0x9FFF), (0x3400, 0x4DBF), (0x20000, 0x2A6DF), (0x2A700, 0x2B73F), (0x2B740, 0x2B81F), (0x2B920, 0x2CEAF), (0xF900, 0xFAFF), (0x2F800, 0x2FA1F))
SPACES = "\t\n\x0b\x0c\r \x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000"


def is_control(char):
    return char not in "\t\n\r" and unicodedata.category(char) in ("Cc", "Cf", "Co")


def is_punctuation(char):
    point = ord(char)
    return 33 <= point <= 47 or 58 <= point <= 64 or 91 <= point <= 96 or 123 <= point <= 126 or unicodedata.category(char).startswith("P")


class WordPiece:
    def __init__(self, tokens, lower):
        self.ids = {token: index for index, token in enumerate(tokens)}
        self.lower = lower

    def words(self, text):
        cleaned = []
        for char in text:
            if char in "\0\ufffd" or is_control(char):
                continue
            if char in SPACES:
                cleaned.append(" ")
            elif any(first <= ord(char) <= last for first, last in IDEOGRAPHS):
                cleaned.append(" " + char + " ")
            else:
                cleaned.append(char)
        text = "".join(cleaned)
        if self.lower:
            text = "".join(char.lower() for char in unicodedata.normalize("NFD", text) if unicodedata.category(char) != "Mn")
        for chunk in text.split(" "):
            word = []
            for char in chunk:
                if is_punctuation(char):
                    if word:
                        yield "".join(word)
                    yield char
                    word = []
                else:
                    word.append(char)
            if word:
                yield "".join(word)

    def pieces(self, word):
        if len(word) > 100:
            return [self.ids["[UNK]"]]
        found, start = [], 0
        while start < len(word):
            end = len(word)
            while start < end:
                piece = word[start:end] if start == 0 else "##" + word[start:end]
                if piece in self.ids:
                    break
                end -= 1
            if start == end:
                return [self.ids["[UNK]"]]
            found.append(self.ids[piece])
            start = end
        return found

    def encode(self, text):
        return [piece for word in self.words(text) for piece in self.pieces(word)]


def byte_alphabet():
    printable = list(range(33, 127)) + list(range(161, 173)) + list(range(174, 256))
    others = [byte for byte in range(256) if byte not in printable]
    return {byte: chr(byte) for byte in printable} | {byte: chr(256 + index) for index, byte in enumerate(others)}


class ByteLevelBpe:
    def __init__(self, vocabulary, merges):
        self.ids = vocabulary
        self.ranks = {tuple(merge): rank for rank, merge in enumerate(merges)}
        self.alphabet = byte_alphabet()
        self.cache = {}

    @staticmethod
    def kind(char):
        category = unicodedata.category(char)[0]
        return "L" if category == "L" else "N" if category == "N" else "S" if char in SPACES else "O"

    def words(self, text):
        """'s|'t|'re|'ve|'m|'ll|'d| ?\\p{L}+| ?\\p{N}+| ?[^\\s\\p{L}\\p{N}]+|\\s+(?!\\S)|\\s+"""
        kinds = [self.kind(char) for char in text]
        start = 0
        while start < len(text):
            end = next((start + len(part) for part in ("'s", "'t", "'re", "'ve", "'m", "'ll", "'d") if text.startswith(part, start)), None)
            if end is None:
                first = start + (text[start] == " " and start + 1 < len(text) and kinds[start + 1] != "S")
                end = first
                while end < len(text) and kinds[end] == kinds[first]:
                    end += 1
                if kinds[first] == "S" and end < len(text) and end - start > 1:
                    end -= 1
            yield text[start:end]
            start = end

    def pieces(self, word):
        if word in self.cache:
            return self.cache[word]
        symbols = [self.alphabet[byte] for byte in word.encode("utf-8")]
        while len(symbols) > 1:
            best = min(zip(symbols, symbols[1:]), key=lambda pair: self.ranks.get(pair, float("inf")))
            if best not in self.ranks:
                break
            merged, index = [], 0
            while index < len(symbols):
                if tuple(symbols[index:index + 2]) == best:
                    merged.append(best[0] + best[1])
                    index += 2
                else:
                    merged.append(symbols[index])
                    index += 1
            symbols = merged
        ids = self.cache[word] = [self.ids[symbol] for symbol in symbols]
        return ids

    def encode(self, text):
        return [piece for word in self.words(text) for piece in self.pieces(word)]


# --- golden cases -------------------------------------------------------------------------------------------------------

WORDS = """the of and to in is that for it was on are as with they be at one have this from hot but some what there we can out other were all your when use
how said each she which do their time if will way about many then them would write like these her long make thing see him two has look more day could go come did
my sound no most number who over know water than call first people may down side been now find any new work part take get place made live where after back little
music song dance energy tempo artist hit record play don't isn't we're I'll you've café naïve über Straße résumé año привет мир δοκιμή ΟΔΟΣ 日本語 中国 한국어 カタカナ""".split()
ODD = ["\u0301", "e\u0301", "q\u0307\u0323", "\u0130", "\u00df", "\ufb01", "\u212b", "\u00a0", "\u2009", "\u200b", "\u200d", "\ufeff", "\ufffd", "\0", "\x07", "\x1c", "\x85", "\u2028", "\t", "\n", "\r\n", "  ", "   ",
       "\U0001f600", "\U0001d518", "\U00020000", "\U0002b820", "\U0002b920", "\ue000", "\u00bd", "\u00b2", "\u2167", "\u2460", "'s", "'re", "n't", "''", "...", "$9.99", "a_b", "[MASK]", "#1", "--", "\u2014", "\u00ab\u00bb", "\u3002", "\uff01",
       "\u0947", "\u05d0\u05b8", "\u0e01\u0e34", "x" * 101, "\uac00", "\u1112\u1161\u11ab", "0", "42", "2024"]


def texts(count):
    drawn = random.Random(11)
    for _ in range(count):
        parts = []
        for _ in range(drawn.randint(0, 14)):
            if drawn.random() < 0.65:
                word = drawn.choice(WORDS)
                parts.append(drawn.choice(["", " ", " ", " "]) + drawn.choice([word, word.title(), word.upper(), word + drawn.choice(["ing", "s", "ed"])]))
            else:
                parts.append(drawn.choice(ODD) if drawn.random() < 0.7 else drawn.choice(" .,!?-()\"'\n"))
        yield "".join(parts)


def vocabulary():
    characters = sorted({char for word in WORDS for char in word.lower()} | set("abcdefghijklmnopqrstuvwxyz0123456789!\"#$%&'()*+,-./:;<=>?@[]^_`{|}~"))
    return list(dict.fromkeys(["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"] + characters + WORDS + [word.lower() for word in WORDS] + ["cafe", "uber", "ano", "##ing", "##s", "##ed", "I", "The", "É"] + ["##" + char for char in characters]))


def learn_merges(count):
    alphabet = byte_alphabet()
    words = {" " + word: ["".join(alphabet[byte] for byte in bytes([value])) for value in (" " + word).encode()] for word in WORDS}
    merges = []
    for _ in range(count):
        pairs = {}
        for symbols in words.values():
            for pair in zip(symbols, symbols[1:]):
                pairs[pair] = pairs.get(pair, 0) + 1
        best = min(pairs, key=lambda pair: (-pairs[pair], pair))
        merges.append(list(best))
        for word, symbols in words.items():
            merged, index = [], 0
            while index < len(symbols):
                if tuple(symbols[index:index + 2]) == best:
                    merged.append(best[0] + best[1])
                    index += 2
                else:
                    merged.append(symbols[index])
                    index += 1
            words[word] = merged
    return merges


def golden(directory):
    tokens, merges = vocabulary(), learn_merges(260)
    ids = {char: index for index, char in enumerate(byte_alphabet()[byte] for byte in range(256))}
    for left, right in merges:
        ids.setdefault(left + right, len(ids))
    uncased, cased, bpe = WordPiece(tokens, True), WordPiece(tokens, False), ByteLevelBpe(ids, merges)
    cases = [{"text": text, "uncased": uncased.encode(text), "cased": cased.encode(text), "bpe": bpe.encode(text),
              **{form: unicodedata.normalize(form, text) for form in ("NFC", "NFD", "NFKC", "NFKD")}} for text in texts(400)]
    with open(os.path.join(directory, "golden.json"), "w", encoding="utf-8", newline="\n") as file:
        file.write('{"tokens": %s,\n"merges": %s,\n"vocabulary": %s,\n"cases": [\n%s\n]}\n' % (
            json.dumps(tokens), json.dumps(merges), json.dumps(ids), ",\n".join(json.dumps(case) for case in cases)))


def speed(path):
    with open(path, encoding="utf-8") as file:
        given = json.load(file)
    size = len(given["corpus"].encode("utf-8"))
    lines = given["corpus"].split("\n")
    result = {}
    for name, unit, encoder in (("wordpiece", "pieces", WordPiece(given["tokens"], True)), ("bpe", "symbols", ByteLevelBpe(given["vocabulary"], given["merges"]))):
        best = float("inf")
        for _ in range(3):
            begin = time.process_time()
            count = sum(len(encoder.encode(line)) for line in lines)
            best = min(best, time.process_time() - begin)
        result[name], result[unit] = size / best / 1e6, count
    print(json.dumps(result))


if __name__ == "__main__":
    {"golden": golden, "speed": speed}[sys.argv[1]](sys.argv[2])
