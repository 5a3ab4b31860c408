"""Names in other languages than English: the gazetteer and plain patterns, where they are right nearly always.

Rules of English fail elsewhere (German capitalises every noun, Russian inflects names, Chinese has no capitals), so
little is marked, and none rather than wrong ones.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Final, TypeAlias

from docs_store.entities import latin
from docs_store.entities import lexicon as lex
from docs_store.entities.bodies_abroad import find_bodies
from docs_store.entities.gazetteer import exonyms, load, organisations_abroad
from docs_store.entities.latin import Told, family_names, find_again, told_in_latin
from docs_store.entities.latin_patterns import listed
from docs_store.entities.latin_runs import find_in_runs
from docs_store.entities.names import People
from docs_store.entities.persons_abroad import find_persons
from docs_store.entities.results import with_results
from docs_store.entities.teams_abroad import with_teams_abroad
from docs_store.model import EntityKind, EntityMention

Found: TypeAlias = tuple[int, int, EntityKind, str]
"""Start, end, kind and canonical name."""

_UNSPACED: Final = frozenset(("ja", "zh"))
_LATIN: Final = lex.words("de fr es it pt nl da nb no sv fi pl cs ro hu tr ca")
_WORD: Final = re.compile(r"[^\W\d_]+(?:[-'’״׳][^\W\d_]+)*")
_UNITS: Final = "市省州县縣"
_HEADS: Final = ("长", "長")
_LONGEST: Final = 5
"""Words of a name at most."""
# What may follow the name in one word, or stand before it: cases, particles, conjunctions and prepositions.
_ENDINGS: Final = {
    "ru": lex.words("ах ях ами ями ь а у е ы и ю я ой ей ом ем ою ью ию ии ая ые ие их ых ую ого ому ым"),
    "uk": lex.words("ах ях ами ями ь ії ією ію а у і ї и ю я ой ою ею єю ом ем ів ій ої"),
    "ko": lex.words(
        "과의 와의 에서는 에는 에도 에서의 까지의 로부터 으로부터 은 는 이 가 을 를 의 에 에서 와 과 도 로 으로 에게 "
        "까지 부터 만 이나 보다 측 산 발 군"
    ),
    "tr": lex.words("da de ta te dan den tan ten ya ye yı yi nın nin nun nün a e ı i u ü"),
}
_PREFIXES: Final = {
    "ar": ("", "و", "ب", "ل", "ف", "ك", "وب", "ول"),
    "fa": ("",),
    "he": ("", "ב", "ל", "מ", "ו", "ה", "ש", "וב", "ול", "מה", "שב"),
}
_STEM_DROPS: Final = {"ru": "аеёиоуыэюяйь", "uk": "аеиіїоуюяєйь"}
_SHORTEST_STEM: Final = 3
_REGION_HEADS: Final = {"об": "область", "кр": "край", "ра": "район"}
_REGIONS: Final = {
    "ru": re.compile(
        r"\b(?P<stem>[А-ЯЁ][а-яё-]+[сц]к)(?:ая|ой|ую|ий|ого|ому|им|ом) "
        r"(?P<head>област(?:ь|и|ью)|кра(?:й|я|ю|ем|е)|район(?:|а|у|ом|е))\b"
    ),
    "uk": re.compile(
        r"\b(?P<stem>[А-ЯІЇЄҐ][а-яіїєґ'’-]+[сц]ьк)(?:а|ої|ій|у|ою|ий|ого|ому|им) "
        r"(?P<head>област(?:ь|і|ю)|область|райони?(?:|у|ом|і))\b"
    ),
}


def speaks(language: str) -> bool:
    """Tell whether anything can be found in `language` (ISO 639-1)."""
    return language in _LATIN or bool(exonyms(language).names)


def find_names_abroad(texts: Mapping[int | None, str], language: str) -> list[EntityMention]:
    """Return the names in `texts` that are sure, in order, each with its text's key as `block`."""
    people, gazetteer = People(), load()
    persons = find_persons(texts, language)
    is_latin = language in latin.LANGUAGES
    told = {block: told_in_latin(text, language) if is_latin else Told() for block, text in texts.items()}
    proposals = {
        block: _first_of(
            ((start, end, EntityKind.PERSON, name) for start, end, name in persons.get(block, ())),
            _organisations(text, language),
            told[block].bodies,
            told[block].people,
            ((start, end, EntityKind.ORGANISATION, name) for start, end, name in find_bodies(text, language)),
            _regions(text, language),
            _propose(text, language),
        )
        for block, text in texts.items()
    }
    titled = {(block, each[0]) for block, found in told.items() for each in found.people}
    people_abroad = {name for found in persons.values() for _, _, name in found}
    for found in proposals.values():
        for _, _, kind, name in found:
            if kind is EntityKind.PERSON and " " in name:
                people.add(name)
    if is_latin:
        full = {name for found in proposals.values() for _, _, kind, name in found if kind is EntityKind.PERSON}
        families = family_names(full, language)
        for block, text in texts.items():
            if families is not None:
                proposals[block] = _first_of(proposals[block], find_again(text, families, language))
    mentions = []
    for block, found in proposals.items():
        for start, end, kind, name in found:
            if kind is EntityKind.PERSON and name not in people_abroad:
                known = people.canonical(name)
                if known is None and (block, start) not in titled:
                    body = gazetteer.organisations.get(name) if is_latin else None
                    if body is None or name in listed(language, "common") or gazetteer.is_word(name.lower()):
                        continue
                    kind, known = EntityKind.ORGANISATION, body  # "Renault", where nobody of that name is
                name = known or name
            mentions.append(EntityMention(start, end, kind, name, block))
    return with_results(texts, with_teams_abroad(texts, mentions, language)) if is_latin else mentions


def _first_of(*proposals: Iterable[Found]) -> list[Found]:
    """Return what is proposed, in order; of what overlaps the first proposed."""
    taken: list[Found] = []
    for found in proposals:
        free: list[Found] = []
        for each in sorted(found, key=_longest_first):
            at = bisect_left(taken, each)
            before = at and taken[at - 1][1] > each[0]
            after = at < len(taken) and taken[at][0] < each[1]
            if not before and not after and not (free and free[-1][1] > each[0]):
                free.append(each)
        if free:  # most find nothing
            taken = sorted([*taken, *free]) if taken else free
    return taken


def _longest_first(found: Found) -> tuple[int, int]:
    return found[0], -found[1]


def _organisations(text: str, language: str) -> Iterator[Found]:
    pattern = _organisation_names(language)
    if pattern is not None:
        known = organisations_abroad(language)
        for match in pattern.finditer(text):
            quotes = match[1][0] == "«"
            yield match.start(1) + quotes, match.end(1) - quotes, EntityKind.ORGANISATION, known[match[1]]


@cache
def _organisation_names(language: str) -> re.Pattern[str] | None:
    names = sorted(organisations_abroad(language), key=len, reverse=True)
    if not names:
        return None
    prefixes = "|".join(sorted(filter(None, _PREFIXES.get(language, ())), key=len, reverse=True))
    before, after = ("", "") if language in _UNSPACED else (r"(?<!\w)", "" if language == "ko" else r"(?!\w)")
    # The engine tries every name where one may begin, so it is told the letters that they begin with.
    begin = {name[0] for name in names} | {prefix[0] for prefix in prefixes.split("|") if prefix}
    firsts = re.escape("".join(sorted(begin)))
    return re.compile(f"{before}(?=[{firsts}])(?:{prefixes})?({'|'.join(map(re.escape, names))}){after}")


def _propose(text: str, language: str) -> Iterator[Found]:
    if language in _UNSPACED:
        return _unspaced(text, language)
    if language in _LATIN:
        return find_in_runs(text, language)
    return _spaced(text, language)


def _unspaced(text: str, language: str) -> Iterator[Found]:
    """Look every position up, longest name first: Japanese and Chinese set no spaces."""
    table = exonyms(language)
    openers = _openers(language)
    position = 0
    for match in openers.finditer(text):
        start = match.start()
        if start < position:
            continue
        for size in range(min(table.longest, len(text) - start), 1, -1):
            name = table.names.get(text[start : start + size])
            # "上海市长": the city's mayor
            if name is not None and not (
                text[start + size - 1] in _UNITS and text[start + size : start + size + 1] in _HEADS
            ):
                position = start + size
                yield start, position, EntityKind.PLACE, name
                break


@cache
def _openers(language: str) -> re.Pattern[str]:
    return re.compile(f"[{re.escape(''.join(sorted({name[0] for name in exonyms(language).names if len(name) > 1})))}]")


def _regions(text: str, language: str) -> Iterator[Found]:
    """Yield what is called a region by a word after its adjective: "в Тульской области"."""
    pattern = _REGIONS.get(language)
    for match in pattern.finditer(text) if pattern else ():
        masculine = match["head"][0] in "рк"
        adjective = f"{match['stem']}{'ий' if masculine else 'ая' if language == 'ru' else 'а'}"
        nominative = f"{adjective} {_REGION_HEADS[match['head'][:2]]}"
        yield *match.span(), EntityKind.PLACE, nominative


def _spaced(text: str, language: str) -> Iterator[Found]:
    """Look words up, their case endings and attached particles taken off."""
    table = _inflected(language)
    endings, prefixes = _ENDINGS.get(language, frozenset()) | {""}, _PREFIXES.get(language, ("",))
    words = list(_WORD.finditer(text))
    at = 0
    while at < len(words):
        # In a script with capitals a name has one.
        lower = words[at][0][0].islower()
        found = None if lower else _longest(words, at, table, endings, prefixes)
        if found is None:
            at += 1
            continue
        size, name, skipped = found
        last = words[at + size - 1]
        # Korean particles are words of their own, written without a space; case endings are not.
        end = last.start() + len(_without_particle(last[0], endings)) if language == "ko" else last.end()
        yield words[at].start() + skipped, end, EntityKind.PLACE, name
        at += size


def _without_particle(word: str, endings: frozenset[str]) -> str:
    names = exonyms("ko").names
    longest_first = (word[:size] for size in range(len(word), 1, -1))
    return next((stem for stem in longest_first if stem in names and word[len(stem) :] in endings), word)


def _longest(
    words: list[re.Match[str]],
    at: int,
    table: Mapping[str, list[tuple[tuple[str, ...], str]]],
    endings: frozenset[str],
    prefixes: tuple[str, ...],
) -> tuple[int, str, int] | None:
    """Return words taken, canonical name and code points skipped of the longest name at `words[at]`."""
    first = words[at][0]
    for prefix in prefixes:
        if not first.startswith(prefix):
            continue
        bare = first[len(prefix) :]
        best: tuple[int, str, int] | None = None
        for size in range(min(len(bare), 24), 1, -1):
            for stems, name in table.get(bare[:size], ()):
                taken = [bare, *(match[0] for match in words[at + 1 : at + len(stems)])]
                fits = len(taken) == len(stems) and all(
                    word.startswith(stem) and word[len(stem) :] in endings
                    for word, stem in zip(taken, stems, strict=True)
                )
                if fits and (best is None or len(stems) > best[0]):
                    best = len(stems), name, len(prefix)
        if best is not None:
            return best
    return None


@cache
def _inflected(language: str) -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """Return the names of `language` by the stem of their first word."""
    drops = _STEM_DROPS.get(language, "")
    table: dict[str, list[tuple[tuple[str, ...], str]]] = defaultdict(list)
    for name, canonical in exonyms(language).names.items():
        words = _WORD.findall(name)
        if 0 < len(words) <= _LONGEST:
            stems = tuple(_stem(word, drops) for word in words)
            table[stems[0]].append((stems, canonical))
            if stems != tuple(words):  # "Токио" has no cases
                table[words[0]].append((tuple(words), canonical))
    return dict(table)


def _stem(word: str, drops: str) -> str:
    stem = word.rstrip(drops) if drops else word
    return stem if len(stem) >= _SHORTEST_STEM else word
