"""The office profile of this machine: a small JSON file of the terminal (Q8). It holds nothing about candidates."""

import json
import os
from pathlib import Path

from pydantic import ValidationError

from core.model.reminder import OfficeProfile

FILE_NAME = "profile.json"


class ProfileProblem(Exception):
    """The file is there and can't be read or written; `str()` is a Dutch sentence."""


def profile_path() -> Path | None:
    """Return where the profile is kept: in FITCHECK_HOME, else in ~/.config/fitcheck; None for a user without a home."""
    home = os.environ.get("FITCHECK_HOME")
    try:
        return (Path(home) if home else Path.home() / ".config" / "fitcheck") / FILE_NAME
    except RuntimeError:
        return None


def load_profile(path: Path) -> OfficeProfile:
    """Return the profile; an empty one where there is no file. Raises `ProfileProblem`."""
    try:
        return OfficeProfile.model_validate_json(path.read_bytes())
    except FileNotFoundError:
        return OfficeProfile()
    except (OSError, ValidationError) as error:
        raise ProfileProblem(
            f"Het kantoorprofiel {path} kan ik niet lezen; ik ga zonder verder. Herstel het bestand of verwijder het."
        ) from error


def save_profile(path: Path, profile: OfficeProfile) -> None:
    """Write the profile; whoever reads it meanwhile sees the old one or the new one. Raises `ProfileProblem`."""
    text = json.dumps(profile.model_dump(mode="json", exclude_none=True), ensure_ascii=False, indent=2)
    new = path.with_name(f"{path.name}.{os.getpid()}.new")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        new.write_text(text + "\n", encoding="utf-8")
        new.replace(path)
    except OSError as error:
        raise ProfileProblem(f"Het kantoorprofiel {path} kan ik niet bewaren.") from error
