#!/bin/sh
# make.sh DATA OUT: told.json from the stories in DATA (articles/ and gold/).
#
# PACKAGE is a Python that has conspectus installed; it exports the signs, so that training sees what comparing will see,
# and its numpy fits the weights.
set -eu
data=$1 out=$2
here=$(dirname "$0")
package=${PACKAGE:?set PACKAGE to a Python that has conspectus installed}
mkdir -p "$out"
export OMP_NUM_THREADS=1
"$package" "$here/../../evals/export_told.py" "$data" "$out/arrays.npz"
"$package" "$here/train.py" "$out/arrays.npz" "$out/told.json"
