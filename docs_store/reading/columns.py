"""Which field or column holds which part of an article: the names people give them, and a user's own mapping.

A column named `title`, `og:title`, `article_title` or `metadata.title` is one name here; what is mapped goes first.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import Final

from docs_store.text import fold

NAMES: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType({
    # As `plain_name` writes them, the likelier first: what is found first and is not empty is taken.
    "id": ("id", "guid", "uuid", "identifier", "docno", "$oid"),
    "title": ("title", "headline", "heading", "headlines", "headlinetext", "hed", "name", "titleplain",
              "titulo", "titular", "titel", "titre", "titolo", "заголовок", "标题", "見出し", "uberschrift",
              "ueberschrift", "schlagzeile", "tittel", "otsikko", "tytul", "nadpis", "naslov", "baslik",
              "標題", "题目", "タイトル", "제목", "العنوان"),
    "text": ("text", "body", "content", "contenttext", "articlebody", "fulltext", "maintext", "article",
             "plaintext", "textcontent", "listcontent", "bodytext", "contenthtml", "bodyhtml", "html", "articletext",
             "newstext", "document", "paragraphs", "sections", "markdown",
             "contentmarkdown", "bodymarkdown", "markdowncontent", "texto", "contenido", "conteudo", "inhalt", "texte",
             "contenu", "testo", "текст", "正文", "本文", "rawtext", "rawcontent", "leadparagraph", "story",
             "storytext", "articlecontent", "maincontent", "bodycopy", "fliesstext", "volltext",
             "artikeltext", "cuerpo", "corpo", "corps", "tekst", "tresc", "содержание", "内容", "內容",
             "본문", "내용", "النص"),
    "summary": ("standfirst", "summary", "description", "dek", "subtitle", "subheadline", "subhead", "excerpt",
                "abstract", "lead", "teaser", "shortdescription", "trailtext", "snippet", "deck", "kicker", "resumen",
                "resumo", "chapo", "zusammenfassung", "lede", "strapline", "blurb", "synopsis", "untertitel",
                "unterzeile", "vorspann", "subtitulo", "entradilla", "bajada", "soustitre", "chapeau", "sottotitolo",
                "occhiello", "sommario", "ondertitel", "ingress", "podtytul", "подзаголовок", "анонс", "摘要", "要約",
                "요약"),
    "date": ("published", "publishedat", "datepublished", "publishdate", "publishingdate", "publicationdate",
             "pubdate", "datepublish", "publishedtime", "publishtime", "publicationtime", "firstpublicationdate",
             "publishedon", "publisheddate", "publishedparsed", "date", "datetime", "time", "timestamp", "created",
             "createdat", "createddate", "dategmt", "seendate", "issued", "fecha", "datum", "data", "дата", "日期",
             "updated", "updatedat", "modified", "lastmod", "datemodified", "pubdt", "publishdt", "dateposted",
             "postedat", "postedon", "dateissued", "issuedate", "erscheinungsdatum", "erscheinungstag",
             "veroffentlicht", "veroffentlichungsdatum", "fechapublicacion", "fechadepublicacion", "datepublication",
             "datedepublication", "datapubblicazione", "datadipubblicazione", "datapublicacao", "datadepublicacao",
             "publicatiedatum", "publiceringsdatum", "datapublikacji", "датапубликации", "опубликовано", "发布时间",
             "发布日期", "發布時間", "createdtimestampusec", "公開日", "掲載日", "게시일", "날짜", "tarih"),
    "author": ("authors", "author", "byline", "creator", "authorname", "writer", "writers", "journalist", "reporter",
               "contributors", "autor", "autores", "autoren", "auteur", "auteurs", "autore", "автор", "作者", "著者",
               "byl", "bylines", "bylinetext", "authorbyline", "verfasser", "autorin", "autorinnen", "redakteur",
               "periodista", "redactor", "journaliste", "giornalista", "jornalista", "autori", "forfatter",
               "forfattare", "skribent", "yazar", "autorzy", "авторы", "журналист", "记者", "記者", "기자", "الكاتب"),
    "url": ("url", "link", "permalink", "canonicalurl", "canonicallink", "canonical", "href", "uri", "sourceurl",
            "externalurl", "address", "enlace", "lien", "ссылка", "链接", "网址", "網址", "링크"),
    "source": ("source", "sitename", "publisher", "publication", "site", "newspaper", "outlet", "domain",
               "sourcedomain", "sourcename", "sourcehostname", "hostname", "medium", "fuente", "quelle", "fonte",
               "publicationname", "publishername", "outletname", "newspapername", "paper", "magazine", "journal",
               "zeitung", "zeitschrift", "periodico", "diario", "giornale", "testata", "jornal", "krant", "tidning",
               "gazeta", "gazete", "газета", "издание", "источник", "来源", "來源", "媒体", "언론사", "출처"),
    "language": ("language", "lang", "inlanguage", "langcode", "locale", "sprache", "idioma", "langue", "lingua",
                 "taal", "язык", "语言", "언어"),
    "tags": ("tags", "keywords", "topics", "categories", "category", "labels", "subjects", "subject", "sectionname",
             "section", "tag", "keyword", "topic", "etiquetas", "schlagworte", "ressort", "kw", "kws", "schlagworter",
             "schlagwoerter", "stichworte", "stichworter", "thema", "themen", "rubrik", "kategorie", "kategorien",
             "motscles", "motsclefs", "rubrique", "palabrasclave", "seccion", "categoria", "categorias",
             "palavraschave", "parolechiave", "sezione", "trefwoorden", "rubriek", "nyckelord", "tagi", "теги",
             "ключевыеслова", "рубрика", "标签", "標籤", "关键词", "關鍵詞", "キーワート", "タク", "태그", "키워드"),
    "image": ("images", "image", "pictures", "photos", "photo", "picture", "multimedia", "topimage", "leadimage",
              "imageurl", "urltoimage", "cover", "coverimage", "featuredimage", "bannerimage", "banner", "hero",
              "heroimage", "thumbnail", "socialimage", "media", "pix", "pics", "pic", "img", "imgs", "photographs",
              "bild", "bilder", "foto", "fotos", "imagen", "imagenes", "imagem", "imagens", "immagine", "immagini",
              "afbeelding", "图片", "圖片", "画像", "사진"),
    "caption": ("caption", "imagecaption", "photocaption", "captions", "covercaption", "imagedescription",
                "bildunterschrift", "bildtext", "legende", "piedefoto", "didascalia", "legenda", "bijschrift",
                "подпись"),
})  # fmt: skip
"""The parts of an article, each with the names that fields and columns have for it."""

ARTICLE_PARTS: Final = tuple(NAMES)
"""What a mapping may name."""

_LONGEST_NAME: Final = 80
_QUALIFIED = re.compile(r"^(?:article|news|post|story|web|page|meta|item|doc)(?=[^\W\d_])")
"""What says only what the record is: `article_title`, `webUrl`, `meta_description`."""


def plain_name(name: str) -> str:
    """Return a field's name without case, accents, spaces and marks: `Content_Text` and `contentText` are one."""
    return _plain(name[:_LONGEST_NAME])


@lru_cache(maxsize=4096)
def _plain(name: str) -> str:
    return re.sub(r"[\s_-]+", "", fold(name.rpartition(":")[2]))


@lru_cache(maxsize=4096)
def unqualified(plain: str) -> str:
    """Return a plain name without a prefix that says only what the record is; the name itself where it has none."""
    return _QUALIFIED.sub("", plain)


def check_columns(columns: Mapping[str, str]) -> Mapping[str, str]:
    """Return `columns`, from parts to names of columns. Raises `ValueError` where one is no part of an article."""
    for part in columns:
        if part not in ARTICLE_PARTS:
            raise ValueError(f"{part!r} is no part of an article; known are {', '.join(ARTICLE_PARTS)}")
    return columns


def listed(columns: Iterable[str], most: int = 20) -> str:
    """Return names of columns for a message: '"headline", "content2" and 3 more'."""
    names = list(columns)
    shown = ", ".join(f'"{name[:_LONGEST_NAME]}"' for name in names[:most])
    return f"{shown} and {len(names) - most} more" if len(names) > most else shown


ASK_FOR_MAP: Final = "say which is which with --map"
"""Part of every reason that a mapping can mend: such a file is tried again when one is given."""

NOT_AS_MAPPED: Final = "which --map names"
"""Part of every reason why a mapping does not fit a file: such a file is tried again with another, or without."""


def misfit(kind: str, columns: Iterable[str], there: Iterable[str]) -> str:
    """Return why a file is not read that lacks `columns`, a "column" or "field", which the user has named."""
    return f"there is no {kind} {listed(columns)}, {NOT_AS_MAPPED}; the {kind}s are {listed(there)}"
