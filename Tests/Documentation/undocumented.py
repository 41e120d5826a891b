"""Lists public types and functions without a doc comment, from a symbol graph; fails if there are any.

A requirement's comment stands for those who fulfil it. Properties, cases and initializers need one
only where their names do not say it, so that they are not asked for.
"""
import json
import sys

ASKED = {"struct", "enum", "class", "protocol", "typealias", "func", "method", "type.method",
         "subscript", "type.subscript", "func.op", "var"}

symbols = json.load(open(sys.argv[1]))["symbols"]
missing = sorted(
    f"{symbol['location']['uri'].split('/Sources/')[-1]}:"
    f"{symbol['location']['position']['line'] + 1}: "
    f"{'.'.join(symbol['pathComponents'])} has no doc comment"
    for symbol in symbols
    if symbol["kind"]["identifier"].removeprefix("swift.") in ASKED
    and "docComment" not in symbol and "location" in symbol)
print("\n".join(missing), file=sys.stderr, end="\n" if missing else "")
sys.exit(1 if missing else 0)
