"""Text from a path or from standard input, in the encodings that recruiters' files have."""

import sys
from pathlib import Path


def read_text(path: str) -> str:
    """Return the text of a file, or of standard input for "-"."""
    data = sys.stdin.buffer.read() if path == "-" else Path(path).read_bytes()
    return decoded(data)


def decoded(data: bytes) -> str:
    """Return bytes as text: by their byte order mark, else utf-8, else cp1252."""
    for mark, encoding in ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if data.startswith(mark):
            return data.decode(encoding, errors="replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")
