#!/usr/bin/env bash
# Times a cold `brief build` of the sample against other ways to make an
# equivalent page, all in one interleaved run: medians, ratios, peak memory.
#
#   bench/cold.sh [ROUNDS]        (default 20)
#
# Tools that are absent are named as absent. Typst, WeasyPrint, Chromium and
# pdflatex set the same words as the sample page, written for each of them by
# bench/peers. Plain fpdf needs the DejaVu fonts (Debian: fonts-dejavu-core).
set -euo pipefail
cd "$(dirname "$0")/.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export CGO_ENABLED=0
go build -trimpath -ldflags='-s -w' -o "$work/" ./cmd/brief ./bench/cold ./bench/peers/empty ./bench/peers/plainfpdf
go run ./bench/peers -o "$work"
exec "$work/cold" -rounds "${1:-20}" -work "$work"
