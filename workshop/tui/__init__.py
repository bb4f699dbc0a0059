"""The stage, and the picker before it: everything that is drawn in a terminal."""

from workshop.tui.terminal import prepare

prepare()  # before any module of this package can import Textual, which reads it once
