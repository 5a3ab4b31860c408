"""Taking back an archive that was made for nothing."""

from __future__ import annotations

import shutil
from pathlib import Path

from docs_store.errors import StoreError
from docs_store.local import is_archive, is_of_archive
from docs_store.local.lock import WriterLock
from docs_store.local.store import LocalStore


def discard_if_empty(folder: Path) -> bool:
    """Remove the archive in `folder` where it holds no article and nobody writes to it; return whether it is gone.

    What people put there stays, and so does the folder itself.
    """
    if not is_archive(folder):
        return False
    lock = WriterLock(folder)
    try:
        lock.acquire()
        with LocalStore.open(folder, read_only=True) as store:
            if store.count():
                return False
        for path in folder.iterdir():
            if is_of_archive(path.name):
                shutil.rmtree(path) if path.is_dir() else path.unlink(missing_ok=True)
    except (StoreError, OSError):
        return False
    finally:
        lock.release()
    return True
