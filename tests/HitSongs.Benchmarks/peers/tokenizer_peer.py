"""BERT's WordPiece and GPT-2's byte-level BPE in plain Python, from the published descriptions: a second opinion and a yardstick.

python3 tokenizer_peer.py speed INPUT        INPUT is a JSON file {vocabulary, merges, tokens, corpus}; prints {wordpiece, bpe, pieces, symbols}
"""
import json
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
    {"speed": speed}[sys.argv[1]](sys.argv[2])
