"""Texts that a stranger may send to harm a screen, a file or a reader; every surface is shown all of them."""

TERMINAL = (
    "\x1b[2J\x1b[31mred\x1b[0m",
    "\x1b]52;c;cm0gLXJmIH4=\x07",
    "\x9b31mC1\x9c",
    "bell\x07 back\x08\x08\x08 null\x00 delete\x7f",
    "over\rwritten\x0bform\x0cfeed",
    "next\x85line\u2028separator\u2029paragraph",
)
UNICODE = (
    "\u202egnp.exe\u202c",
    "\u2066isolated\u2069 \u061c\u200e\u200f",
    "zero\u200bwidth\u2060joiner\ufeff",
    "Z" + "\u0301\u0302\u0303\u0304\u0305\u0306\u0307\u0308" * 40,
    "tags\U000e0001\U000e0041\U000e007f",
    "non\ufffecharacter\ufdd0\U0010ffff",
    "lone \ud83d surrogate",
    "inter\ufff9linear\ufffa\ufffc",
    "\u2800\u3164\u115f\u1160\uffa0",
    "man\u200d" * 3_000,
    "\u1100" * 3_000,
    "\U0001f468\u200d\U0001f469\u200d\U0001f467\u200d\U0001f466 hei",
    "\u0958\u0959\ufb2c" * 400,
)
MARKUP = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "\"><svg/onload=alert(1)>'",
    "<!-- gone --> &lt;b&gt; &#x3c;",
    "</style></title></textarea>",
    "javascript:alert(1)",
    "[/] [@click=app.quit]quit[/]",
    "{{ 7*7 }} {% raw %} {0} {n} %(x)s $x$",
)
MARKDOWN = (
    "# heading",
    "text\n===\nmore\n---",
    "- list\n+ list\n* list\n1. list\n2) list",
    "> quote",
    "`code` ```fence",
    "```\nfence\n```",
    "~~~\nfence\n~~~",
    "[link](http://evil.example) ![image](http://evil.example/x.png)",
    "[ref]: http://evil.example 'title'",
    "<http://evil.example> http://evil.example www.evil.example",
    "*em* **strong** _em_ __strong__ ~~gone~~",
    "| a | b |\n|---|---|\n| c | d |",
    "\\# back\\slash\\",
    "***",
    "    indented code",
    "[^1] and [^1]: note",
    "ends in a backslash \\",
    "&amp; &copy; #",
)
FORMULAS = (
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "\t=1+1",
    "\r=1+1",
    "   =cmd|' /C calc'!A0",
    "hei;=1+1",
    "hei\n=1+1",
    "\uff1d1+1",
    '";=1+1;"',
)
FLOODS = (
    "\n" * 100_000,
    "a" * 100_000,
    "ord " * 30_000,
    "line\n" * 500,
    "",
    "   ",
)
HOSTILE = TERMINAL + UNICODE + MARKUP + MARKDOWN + FORMULAS + FLOODS
