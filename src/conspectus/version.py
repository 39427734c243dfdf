"""The version that findings and `--version` carry."""

__version__ = "0.1.0.dev0"
