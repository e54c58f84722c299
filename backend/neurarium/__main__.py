"""``python -m neurarium`` is the ``neurarium`` command."""

from neurarium.cli import main

if __name__ == "__main__":
    main()
