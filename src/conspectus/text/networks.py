"""A trained graph, opened by onnxruntime to run on one thread."""

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from onnxruntime import InferenceSession


def session(path: Path) -> "InferenceSession":
    """The graph of one file. Raises what onnxruntime raises: many classes that share no base but ``Exception``."""
    import onnxruntime

    onnxruntime.set_default_logger_severity(3)
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    # Together 4 % faster; scores move in the fourth decimal.
    options.add_session_config_entry("optimization.enable_gelu_approximation", "1")
    options.add_session_config_entry("session.set_denormal_as_zero", "1")
    return onnxruntime.InferenceSession(path, options, providers=["CPUExecutionProvider"])
