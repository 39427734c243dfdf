#!/bin/sh
# make.sh TRAIN.jsonl OUT: the trees from documents with mentions and chains.
#
# PACKAGE is a Python that has conspectus installed: it exports the signs, so that training sees what comparing will see.
# The `python` on the path is the trainer's own (requirements.txt).
set -eu
train=$1 out=$2
here=$(dirname "$0")
package=${PACKAGE:?set PACKAGE to a Python that has conspectus installed}
mkdir -p "$out"
export OMP_NUM_THREADS=1
"$package" "$here/../../evals/export_coreference.py" "$train" "$out/arrays.npz"
python "$here/fit.py" "$out/arrays.npz" "$out"
