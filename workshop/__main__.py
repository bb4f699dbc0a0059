"""`python -m workshop` is the same as the command `workshop`."""

from workshop.cli import main

if __name__ == "__main__":
    main()
