"""Lists public types and functions without a doc comment, and those that throw and do not say when,
from a symbol graph; fails if there are any.

A requirement's comment stands for those who fulfil it. Properties, cases and initializers need one
only where their names do not say it, so that they are not asked for.
"""
import json
import sys

ASKED = {"struct", "enum", "class", "protocol", "typealias", "func", "method", "type.method",
         "subscript", "type.subscript", "func.op", "var"}



def fault(symbol):
    comment = " ".join(line["text"] for line in symbol.get("docComment", {}).get("lines", []))
    declaration = "".join(part["spelling"] for part in symbol.get("declarationFragments", []))
    if not comment and symbol["kind"]["identifier"].removeprefix("swift.") in ASKED:
        return "has no doc comment"
    if "throws" in declaration and "- Throws:" not in comment:
        return "throws, and does not say when"
    return None


symbols = json.load(open(sys.argv[1], encoding="utf-8"))["symbols"]
faults = sorted(
    f"{symbol['location']['uri'].split('/Sources/')[-1]}:"
    f"{symbol['location']['position']['line'] + 1}: {'.'.join(symbol['pathComponents'])} {fault(symbol)}"
    for symbol in symbols if "location" in symbol and fault(symbol))
print("\n".join(faults), file=sys.stderr, end="\n" if faults else "")
sys.exit(1 if faults else 0)
