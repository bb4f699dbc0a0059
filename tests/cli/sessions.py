"""Short sessions that the tests hold."""

SHORT = """\
title: A short one
language: en
privacy: {reveal_from: 3}
sections:
  - title: First
    minutes: 5
    steps:
      - slide: Welcome
      - open: What did you see?
        many: true
        minutes: 2
        id: seen
  - title: Second
    steps:
      - choice: Which one?
        options: [Tea, Coffee]
      - slide: Thank you
"""

BROKEN = """\
title: A broken one
language: en
sections:
  - title: First
    steps:
      - slid: Welcome
      - choice: Which one?
        options: [Tea]
"""
