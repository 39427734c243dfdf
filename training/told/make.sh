#!/bin/sh
# make.sh DATA FURTHER OUT: told.npz from the stories in DATA and FURTHER (articles/ and gold/ each).
#
# PACKAGE is a Python that has conspectus installed; it exports the signs, so that training sees what comparing will see.
# The `python` on the path is the trainer's own (requirements.txt).
set -eu
data=$1 further=$2 out=$3
here=$(dirname "$0")
package=${PACKAGE:?set PACKAGE to a Python that has conspectus installed}
mkdir -p "$out"
export OMP_NUM_THREADS=1
"$package" "$here/../../evals/export_told.py" "$out/arrays.npz" "$data" "$further"
python "$here/train.py" "$out/arrays.npz" "$out"
