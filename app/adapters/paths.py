"""Where this person's files belong, by the customs of the system."""

from pathlib import Path

from platformdirs import PlatformDirs

from app.services.ports import UserPaths


def user_paths() -> UserPaths:
    """The folders of the person who runs the program; makes none of them."""
    dirs = PlatformDirs("Prichal", appauthor=False)
    return UserPaths(
        data=dirs.user_data_path,
        config=dirs.user_config_path,
        logs=dirs.user_log_path,
        documents=Path(dirs.user_documents_dir),
    )
