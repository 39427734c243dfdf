#!/bin/sh
# make.sh DATA OUT [FURTHER]: the trees from the stories in DATA (articles/ and gold/), and the line that weighs what they
# find from FURTHER stories, of which the trees know nothing. For that line the new trees have to lie in the package.
# Which words carry a difference is learnt from both.
#
# PACKAGE is a Python that has conspectus installed: it exports the signs, so that training sees what comparing will see.
# The `python` on the path is the trainer's own (requirements.txt).
set -eu
data=$1 out=$2 further=${3:-}
here=$(dirname "$0")
package=${PACKAGE:?set PACKAGE to a Python that has conspectus installed}
mkdir -p "$out"
export OMP_NUM_THREADS=1
"$package" "$here/../../evals/export_matters.py" "$data" "$out/arrays.npz"
python "$here/train.py" "$out/arrays.npz" "$out"
[ -n "$further" ] || exit 0
"$package" "$here/../../evals/export_agreed.py" "$further" "$here/judged.jsonl" "$out/agreed-arrays.npz"
python "$here/weigh.py" "$out/agreed-arrays.npz" "$out"
"$package" "$here/../../evals/export_carried.py" "$out/words-arrays.npz" "$data" "$further"
python "$here/words.py" "$out/words-arrays.npz" "$out"
