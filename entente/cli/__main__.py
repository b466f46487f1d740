"""`python -m entente.cli`, the same as the `entente` script."""

from entente.cli import main

main()
