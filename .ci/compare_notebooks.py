#!/usr/bin/python3
"""compare_notebooks.py HANDED_IN EXECUTED: whether the cells of a notebook print, in the kernel that it names, what its file says they printed.

Lines that a cell printed are compared whatever stream they came by, without the compiler's warnings, which the kernel prints too; tables by the text of their
cells. Numbers may differ in the last of their six digits, and those of a vector in brackets by a millionth of its largest: they come of single precision,
summed in whatever order, in which a small difference of large numbers keeps the error of the large ones. Ends with 1 where something differs.
"""
import html
import json
import math
import re
import sys

TEMPORARY = re.compile(r"(/tmp/(?:[A-Za-z0-9_.]{1,64}-){0,8}(?:tmp)?)(?:[A-Za-z0-9]{6}(?:\.tmp)?|[a-z0-9]{8}\.[a-z0-9]{3})(?![A-Za-z0-9_.-])")


NUMBER = re.compile(r"-?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?")
VECTOR = re.compile(r"\[[^\[\]]*\]")
WARNING = re.compile(r"^(\(\d+,\d+\): )?warning CS\d+:")


def code_cells(path):
    with open(path, encoding="utf-8") as file:
        return {cell["id"]: cell for cell in json.load(file)["cells"] if cell["cell_type"] == "code"}


def text(value):
    return value if isinstance(value, str) else "".join(value)


def printed(cell):
    lines = "".join(text(output["text"]) for output in cell["outputs"] if output["output_type"] == "stream").split("\n")
    return sorted(TEMPORARY.sub(r"\1…", line) for line in lines if line.strip() and not WARNING.match(line))


def tables(cell):
    markup = "".join(text(output.get("data", {}).get("text/html", "")) for output in cell["outputs"])
    rows = re.findall(r"<tr>(.*?)</tr>", markup, re.DOTALL)
    return [[TEMPORARY.sub(r"\1…", html.unescape(value)) for value in re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row, re.DOTALL)] for row in rows]


def same(expected, seen):
    if isinstance(expected, list):
        return len(expected) == len(seen) and all(map(same, expected, seen))
    if NUMBER.sub("#", expected) != NUMBER.sub("#", seen):
        return False
    return all(map(near, VECTOR.findall(expected), VECTOR.findall(seen))) and near(VECTOR.sub("", expected), VECTOR.sub("", seen), of_largest=0)


def near(expected, seen, of_largest=1e-6):
    ours, theirs = ([float(number) for number in NUMBER.findall(text)] for text in (expected, seen))
    largest = max(map(abs, ours), default=0)
    return all(math.isclose(a, b, rel_tol=1e-5, abs_tol=max(1e-7, of_largest * largest)) for a, b in zip(ours, theirs))


def main(handed_in, executed):
    ours, theirs = code_cells(handed_in), code_cells(executed)
    different, lines, values = [], 0, 0
    for key, cell in ours.items():
        if cell["execution_count"] is None:
            continue  # shown with what the graded run left, and not run again
        for what, expected, seen in (("prints", printed(cell), printed(theirs[key])), ("shows", tables(cell), tables(theirs[key]))):
            lines += len(expected) if what == "prints" else 0
            values += sum(map(len, expected)) if what == "shows" else 0
            if not same(expected, seen):
                first = next(((a, b) for a, b in zip(expected, seen) if not same(a, b)), (f"{len(expected)} lines", f"{len(seen)} lines"))
                different.append(f"{key} {what} otherwise: {first[0]!r} in the file, {first[1]!r} in the kernel")
    print("\n".join(different + [f"{lines} printed lines and {values} values of tables compared, {len(different)} cells differ"]))
    return 1 if different or lines + values == 0 else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
