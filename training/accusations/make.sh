#!/bin/sh
# make.sh DATA OUT LISTED: the scorer of accusations from the stories in DATA (articles/STORY/* and gold/STORY.jsonl or .json),
# and of what an editor lists from LISTED: articles/STORY/* for the gold of controversies/.
#
# PACKAGE is a Python that has conspectus installed: it exports the signs, so that training sees what comparing will see.
# The `python` on the path needs numpy alone. Answers are weighed with how likely they accuse, so accusing comes first.
set -eu
data=$1 out=$2 listed=$3
here=$(dirname "$0")
package=${PACKAGE:?set PACKAGE to a Python that has conspectus installed}
mkdir -p "$out"
export OMP_NUM_THREADS=1
for what in accusing answering; do
    "$package" "$here/../../evals/export_accusations.py" "$what" "$data" "$here" "$out/scorer.json" "$out/$what.npz"
    python "$here/fit.py" "$what" "$out/$what.npz" "$out/scorer.json"
done
"$package" "$here/../../evals/export_controversies.py" "$listed" "$out/scorer.json" "$out/listed.npz"
python "$here/noted.py" "$out/listed.npz" "$out/scorer.json"
