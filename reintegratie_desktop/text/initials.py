"""Initials as papers write them."""

import re


def initials(value: object) -> str:
    """Return initials as papers write them: `sm` and `s.m` become `S.M.`; longer ones such as `Th.M.` stay as typed."""
    typed = str(value or "").strip()
    letters = re.findall(r"[^\W\d_]", typed)
    one_by_one = bool(re.fullmatch(r"[^\W\d_]+|[^\W\d_](?:[. ]+[^\W\d_])*[. ]*", typed))
    return "".join(f"{letter.upper()}." for letter in letters) if one_by_one else typed
