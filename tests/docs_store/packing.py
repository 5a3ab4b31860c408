"""Containers made in tests: packed by the standard library, damaged by hand."""

from __future__ import annotations

import io
import tarfile
import zipfile
from collections.abc import Mapping

HARBOUR = b"The harbour opens\n\nMayor Odile Varga cut the ribbon on Monday, before a crowd of several hundred.\n"
BRIDGE = b"Cracks in the bridge\n\nEngineers found them in two of the piers, and closed the lane to lorries.\n"
PICTURE = b"\x89PNG\r\n\x1a\n" + bytes(100)


def zipped(files: Mapping[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", method) as archive:
        for name, content in files.items():
            archive.writestr(zipfile.ZipInfo(name), content, method)
    return packed.getvalue()


def tarred(files: Mapping[str, bytes | tarfile.TarInfo], mode: str = "w") -> bytes:
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode=mode) as archive:  # type: ignore[call-overload]  # mode is no literal here
        for name, content in files.items():
            if isinstance(content, tarfile.TarInfo):
                archive.addfile(content)
                continue
            info = tarfile.TarInfo(name)
            info.size = len(content)
            archive.addfile(info, io.BytesIO(content))
    return packed.getvalue()


def link(name: str, target: str) -> tarfile.TarInfo:
    info = tarfile.TarInfo(name)
    info.type, info.linkname = tarfile.SYMTYPE, target
    return info


def device(name: str) -> tarfile.TarInfo:
    info = tarfile.TarInfo(name)
    info.type = tarfile.CHRTYPE
    return info
