"""`Pledge`: something to write down for oneself; it never leaves the phone."""

from workshop.core.fields.root import Field, Form, Read


class Pledge(Field, frozen=True, tag="pledge"):
    """A private box. Its text is never sent: on the page it has no name and stands outside the form.

    What is sent is `{name: true}`, without any content, once the person says that it is written.
    """

    done: bool = False

    def read(self, form: Form) -> Read:
        return ({self.name: True},) if any(form.get(self.name, ())) else ()
