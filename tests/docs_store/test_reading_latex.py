"""LaTeX: what commands and environments tell, and what is text."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docs_store import DocumentError
from tests.docs_store.as_told import read, told
from tests.properties.test_reading_anything import articles_of

LATEX = r"""% a comment
\documentclass[11pt]{article}
\usepackage{graphicx}
\newcommand{\osk}{Port Osk}
\title[Wells]{The Well of \osk{}: a \emph{report}}
\author{Ana Lima\thanks{Osk Institute} \and Karl \"Osten\\ University of Sela}
\date{4 March 2031}
\begin{document}
\maketitle
\begin{abstract}
A village looks for water.%
\end{abstract}

\section{Introduction}\label{sec:a}
The well of \textbf{\osk}, which three villages
share~\cite{lima}, is dry,\footnote{Since March.} says \href{https://osk.example/mayor}{the mayor}
--- ``in 50\% of Citro\"en's caf\'es'' with $x^2 + y$ lamps.

\begin{figure}[ht]
\centering
\includegraphics[width=\textwidth]{well.jpg}
\caption{The dry well. Photo: Ana Lima/AFP}
\label{fig:a}
\end{figure}

\subsection*{What comes next}
\begin{itemize}
\item Carts
\item[New] A well
\end{itemize}
\begin{quote}
We shall dig.
\end{quote}
\begin{equation}
E = mc^2 \label{eq}
\end{equation}
\begin{verbatim}
dig --deep {x}
\end{verbatim}
\begin{table}
\caption{Wells by year}
\begin{tabular}{l|r}
\hline
Year & Wells \\
2030 & 7 \\
\hline
\end{tabular}
\end{table}
\begin{thebibliography}{9}
\bibitem{lima} A. Lima, Wells.
\end{thebibliography}
\end{document}
not this
"""


def test_latex(tmp_path: Path) -> None:
    article = read(tmp_path / "well.tex", LATEX)
    assert (article.title, article.authors) == ("The Well of Port Osk: a report", ("Ana Lima", "Karl Östen"))
    assert article.published == dt.datetime(2031, 3, 4, tzinfo=dt.UTC)
    assert told(article) == [
        "= A village looks for water.",
        "# Introduction",
        "The well of Port Osk, which three villages share, is dry, says the mayor — “in 50% of Citroën's cafés” with "
        "x^2 + y lamps.",
        "Since March.",
        "^ The dry well.",
        "# What comes next",
        "* Carts",
        "* New: A well",
        "> We shall dig.",
        "E = mc^2",
        "dig --deep {x}",
        "Year | Wells",
        "2030 | 7",
        "Wells by year",
    ]
    assert [(image.credit, image.source) for image in article.images] == [("Ana Lima/AFP", "well.jpg")]
    assert [(link.title, link.url) for link in article.links] == [("the mayor", "https://osk.example/mayor")]


@pytest.mark.parametrize(
    ("authors", "expected"),
    [
        (r"\author{Ana Lima}\author{Karl Osten}", ("Ana Lima", "Karl Osten")),
        (r"\author[1]{Ana Lima$^{1,2}$ \and Karl Osten$^2$}", ("Ana Lima", "Karl Osten")),
        (r"\author{\IEEEauthorblockN{Ana Lima}\IEEEauthorblockA{University of Sela}}", ("Ana Lima",)),
    ],
)
def test_authors(tmp_path: Path, authors: str, expected: tuple[str, ...]) -> None:
    body = r"\begin{document}It is dry.\end{document}"
    article = read(tmp_path / "a.tex", rf"\documentclass{{article}}\title{{Wells}}{authors}\date{{\today}}{body}")
    assert (article.title, article.authors, article.published) == ("Wells", expected, None)
    assert told(article) == ["It is dry."]


def test_what_is_cut_short_is_read_to_its_end(tmp_path: Path) -> None:
    article = read(tmp_path / "a.tex", LATEX[: LATEX.index("{mc^2") if "{mc^2" in LATEX else LATEX.index("mc^2")])
    assert told(article)[-1] == "E ="


def test_environments_that_do_not_end_keep_their_words_and_those_that_do_their_lines(tmp_path: Path) -> None:
    ended = r"""Osk has one well.
\begin{verbatim}
one
\end{verbatim}
"""
    unended = "\\begin{verbatim} two\n\n" * 300 + "\\begin{comment}\nno\n\\end{comment}\n"
    article = read(tmp_path / "a.tex", rf"\documentclass{{article}}\title{{Wells}}\begin{{document}}{ended}{unended}")
    assert told(article) == ["Osk has one well.", "one", *["two"] * 300]


def test_what_lays_out_is_no_text(tmp_path: Path) -> None:
    body = r"""\rotatebox{270}{It} is {\color{red} dry}.

\begin{lstlisting}[language=sh,
  label={a}]
dig
\end{lstlisting}
\end{document}"""
    article = read(tmp_path / "a.tex", rf"\documentclass{{article}}\title{{Wells}}\begin{{document}}{body}")
    assert told(article) == ["It is dry.", "dig"]


def test_a_percent_sign_in_code_and_addresses_begins_no_comment(tmp_path: Path) -> None:
    body = r"""It is dry. % so they say

They dig: \url{https://osk.example/a%20well} tells more.
\verb|a_b %| digs, and so does this: % \begin{verbatim}
\begin{verbatim}
dig "%d wells" % n
\end{verbatim}
They drink. % they do
\end{document}"""
    article = read(tmp_path / "a.tex", rf"\documentclass{{article}}\title{{Wells}}\begin{{document}}{body}")
    assert told(article) == [
        "It is dry.",
        "They dig: https://osk.example/a%20well tells more. a_b % digs, and so does this:",
        'dig "%d wells" % n',
        "They drink.",
    ]


def test_commands_in_a_word_and_defined_ones_are_words(tmp_path: Path) -> None:
    head = r"\documentclass{article}\def\well{Sela Well}\title{Wells}\begin{document}"
    article = read(
        tmp_path / "a.tex", rf"{head}\well{{}} in Stra\ss e, \O stby, is na\"\i ve \ldots and dry.\end{{document}}"
    )
    assert told(article) == ["Sela Well in Straße, Østby, is naïve … and dry."]


def test_slides_and_columns(tmp_path: Path) -> None:
    body = r"""\begin{frame}{Wells} They dig. \end{frame}
\begin{frame}\frametitle{Carts} They roll. \end{frame}
\begin{multicols}{2} They drink. \end{multicols}
\end{document}"""
    article = read(tmp_path / "a.tex", rf"\documentclass{{beamer}}\title{{Osk}}\begin{{document}}{body}")
    assert told(article) == ["# Wells", "They dig.", "# Carts", "They roll.", "They drink."]


def test_a_text_that_tells_of_latex_is_none(tmp_path: Path) -> None:
    article = read(tmp_path / "a.md", "# LaTeX\n\nBegin *with*:\n\n```\n\\documentclass{article}\n```\n")
    assert (article.title, told(article)) == ("LaTeX", ["Begin with:", "\\documentclass{article}"])


def test_a_plain_text_that_tells_of_latex_is_none(tmp_path: Path) -> None:
    said = "Many write it by hand, and this is a whole document of theirs."
    code = "\\documentclass{article}\n\\begin{document}\nHello\n\\end{document}"
    article = read(
        tmp_path / "a.txt", f"How to begin\n\n{said}\n\n{code}\n\nThen it is a page that says hello to all.\n"
    )
    assert told(article)[0] == said
    commented = f"% Notes of mine\n\n\\PassOptionsToPackage{{a}}{{b}}\n{code}"
    assert told(read(tmp_path / "b.txt", commented)) == ["Hello"]


def test_nothing_but_marks_says_so(tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match="no text in it"):
        read(tmp_path / "a.tex", "\\documentclass{article}\\begin{document}\\maketitle\\end{document}")


_COMMANDS = r"""\begin{ \end{ } { figure} tabular}{l} quote} verbatim} equation} abstract} itemize} \item \section{ ~ %
[ \caption{ \footnote{ \href{ \cite{a} \' \c{c} \\ \[ \] $ $$ & ] \x word"""
PIECES = (*_COMMANDS.split(), " ", "\n", "\n\n")


@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=4), max_size=40).map("".join))
def test_any_latex(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    path = tmp_path_factory.getbasetemp() / "any.tex"
    articles_of(path, f"\\documentclass{{article}}\\title{{a}}\n{text}".encode("utf-8", "replace"))
