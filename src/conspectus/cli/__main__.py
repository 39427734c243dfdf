"""``python -m conspectus.cli``, where the installed command is not on the path."""

from conspectus.cli import main

main(prog_name="conspectus")
