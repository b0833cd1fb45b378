"""Writes decompositions.txt from Python's unicodedata: python3 generate.py > decompositions.txt

One line a character, in hexadecimal:
  00C0 0041 0300     canonical decomposition (one step; Hangul syllables are computed)
  !0958 0915 093C    canonical, but never composed again
  ~00A0 0020         compatibility decomposition
  0300=230           canonical combining class (first or first-last)
"""
import sys
import unicodedata


def mappings():
    for point in range(sys.maxunicode + 1):
        text = chr(point)
        mapping = unicodedata.decomposition(text)
        if not mapping or 0xAC00 <= point <= 0xD7A3:
            continue
        parts = mapping.split()
        if parts[0].startswith("<"):
            yield f"~{point:04X} {' '.join(parts[1:])}"
        else:
            excluded = len(parts) != 2 or unicodedata.normalize("NFC", text) != text
            yield f"{'!' if excluded else ''}{point:04X} {' '.join(parts)}"


def classes():
    first = None
    previous = 0
    for point in range(sys.maxunicode + 2):
        current = unicodedata.combining(chr(point)) if point <= sys.maxunicode else 0
        if current == previous:
            continue
        if previous:
            last = "" if first == point - 1 else f"-{point - 1:04X}"
            yield f"{first:04X}{last}={previous}"
        first, previous = point, current


print(f"# Unicode {unicodedata.unidata_version}, written by generate.py")
print("\n".join(mappings()))
print("\n".join(classes()))
