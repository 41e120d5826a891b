#!/usr/bin/env bash
# Writes the documentation of the library to .build/docs/Copydesk.doccarchive; a warning fails.
#
# `make docs` calls it when the library is built. What `import Copydesk` gives stands in ten modules
# that Copydesk hands on, so one symbol graph of Copydesk takes those in; docc sets it beside the
# articles. This needs no package plugin: both programs come with the toolchain.
set -euo pipefail
cd "$(dirname "$0")/../.."
swift=${SWIFT:-swift}
products=$($swift build --show-bin-path)
out=.build/docs

modules=$(sed -n 's/^@_exported public import //p' Sources/Copydesk/Exports.swift | paste -sd, -)
triple=$($swift -print-target-info | sed -n 's/^ *"triple": "\(.*\)",$/\1/p')
sdk=()
docc=docc
if [ "$(uname -s)" = Darwin ]; then
  sdk=(-sdk "$(xcrun --show-sdk-path)")
  docc=$(xcrun --find docc)
fi
search=(-I "$products/Modules" -I Sources/CLibXML2 -I Sources/CZlib -I Sources/CMalloc)
for map in "$products"/*.build/module.modulemap; do search+=(-Xcc "-fmodule-map-file=$map"); done
for map in .build/checkouts/*/Sources/C*/include/module.modulemap; do
  search+=(-I "$(dirname "$map")")
done
for flag in $(pkg-config --cflags-only-I libxml-2.0 zlib); do search+=(-Xcc "$flag"); done

rm -rf "$out"
mkdir -p "$out/symbols"
$swift symbolgraph-extract -module-name Copydesk -target "$triple" ${sdk[@]+"${sdk[@]}"} \
  "${search[@]}" -minimum-access-level public -skip-synthesized-members -output-dir "$out/symbols" \
  "-experimental-allowed-reexported-modules=$modules"
python3 Tests/Documentation/undocumented.py "$out/symbols/Copydesk.symbols.json"
"$docc" convert Sources/Copydesk/Documentation.docc --additional-symbol-graph-dir "$out/symbols" \
  --output-dir "$out/Copydesk.doccarchive" --fallback-display-name Copydesk \
  --fallback-bundle-identifier copydesk.Copydesk --warnings-as-errors
echo "written: $out/Copydesk.doccarchive; a web server on that folder shows it at /documentation/copydesk"
