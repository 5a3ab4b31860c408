"""Containers made in tests: packed by the standard library, damaged by hand."""

from __future__ import annotations

import io
import tarfile
import zipfile
from collections.abc import Mapping, Sequence

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


def pdf(pages: Sequence[Sequence[tuple[float, float, float, str]]], **info: str) -> bytes:
    """Return a PDF file whose pages hold lines of text, each with its place from the left and the bottom, and size."""
    contents = [
        "\n".join(f"BT /F1 {size} Tf {x} {y} Td ({text}) Tj ET" for x, y, size, text in page).encode("cp1252")
        for page in pages
    ]
    return pdf_of_streams([b"<</Length %d>>stream\n%b\nendstream" % (len(each), each) for each in contents], info)


def pdf_of_streams(streams: Sequence[bytes], info: Mapping[str, str]) -> bytes:
    kids = " ".join(f"{4 + 2 * number} 0 R" for number in range(len(streams)))
    told = "".join(f"/{name} ({value})" for name, value in info.items())
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Count {len(streams)}/Kids[{kids}]>>".encode(),
        b"<</Type/Font/Subtype/Type1/BaseFont/Times-Roman/Encoding/WinAnsiEncoding>>",
    ]
    for number, stream in enumerate(streams):
        page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 3 0 R>>>>/Contents %d 0 R>>"
        objects += [page % (5 + 2 * number), stream]
    objects.append(f"<<{told}>>".encode("cp1252"))
    out, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%b\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    trailer = b"trailer<</Size %d/Root 1 0 R/Info %d 0 R>>\nstartxref\n%d\n%%%%EOF" % (
        len(objects) + 1, len(objects), len(out),
    )  # fmt: skip
    return out + b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1) + table + trailer


def lines_of_pdf() -> list[tuple[float, float, float, str]]:
    """Return one page of an article."""
    return [(60, 770, 24, "Cracks in the bridge"), (60, 740, 10, "Engineers found them in two of the piers on Monday.")]
