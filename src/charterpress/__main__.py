"""Run the command line with `python -m charterpress`."""

from charterpress.cli import run

if __name__ == "__main__":
    run()
