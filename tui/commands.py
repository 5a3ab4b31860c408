"""What a reader can do: one class a command. Keys, footer, palette, help screen and README table come from here."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final

from tui.command import EVERYWHERE, READING, Command, Scope
from tui.kind_commands import KIND_COMMANDS

if TYPE_CHECKING:
    from tui.screens.reading import ReadingScreen


# ------------------------------------------------------------------------------------------- finding


class FindArticle(Command):
    """Focus the finder's box."""

    keys = ("f", "ctrl+f")
    label = "find"
    help = "Find an article: type words of its headline or text"

    async def run(self, screen: ReadingScreen) -> None:
        screen.focus_box(anew=True)


class OpenWhileTyping(Command):
    """Open the selected article from the box."""

    keys = ("enter",)
    label = "open"
    help = "Open the selected article, at its first hit"
    scopes = frozenset({Scope.BOX})
    in_palette = False

    async def run(self, screen: ReadingScreen) -> None:
        screen.open_hit()


class NextRow(Command):
    """Move down in the hits while typing."""

    keys = ("down", "ctrl+n", "ctrl+j")
    label = "list"
    help = "Move down in the list while typing"
    scopes = frozenset({Scope.BOX})
    in_palette = False

    async def run(self, screen: ReadingScreen) -> None:
        screen.finder.hits.move_cursor(1)


class PreviousRow(Command):
    """Move up in the hits while typing."""

    keys = ("up", "ctrl+p", "ctrl+k")
    help = "Move up in the list while typing"
    scopes = frozenset({Scope.BOX})
    in_palette = False

    async def run(self, screen: ReadingScreen) -> None:
        screen.finder.hits.move_cursor(-1)


class TakeCompletion(Command):
    """Complete what is typed."""

    keys = ("right",)
    label = "complete"
    help = "At the end of the box: complete a field's name, or its value, as offered below"
    scopes = frozenset({Scope.BOX})
    in_palette = False

    async def run(self, screen: ReadingScreen) -> None:
        screen.take_completion()


class Narrow(Command):
    """List what the hits can be narrowed by."""

    keys: ClassVar[tuple[str, ...]] = ("F",)
    label = "narrow"
    help = "Narrow the hits by source, year, language, name or tag, each with its count"
    scopes = READING | {Scope.TIMELINE}

    async def run(self, screen: ReadingScreen) -> None:
        screen.list_facets()


class NarrowWhileTyping(Narrow):
    """List what the hits can be narrowed by, from the box."""

    keys: ClassVar[tuple[str, ...]] = ("ctrl+o",)
    scopes = frozenset({Scope.BOX})
    in_palette = False


class Timeline(Command):
    """Go to the timeline."""

    keys: ClassVar[tuple[str, ...]] = ("T",)
    help = "Timeline of the hits: ← and → filter by the bar, Enter keeps the filter, Esc drops it"
    scopes = READING

    async def run(self, screen: ReadingScreen) -> None:
        screen.open_timeline()


class TimelineWhileTyping(Timeline):
    """Go to the timeline, from the box."""

    keys: ClassVar[tuple[str, ...]] = ("ctrl+t",)
    label = "timeline"
    scopes = frozenset({Scope.BOX})
    in_palette = False


class EarlierPeriod(Command):
    """Filter by the bar before."""

    keys = ("left", "h")
    help = "In the timeline: filter by the bar before"
    scopes = frozenset({Scope.TIMELINE})
    in_palette = False

    async def run(self, screen: ReadingScreen) -> None:
        screen.finder.timeline.step(-1)


class LaterPeriod(Command):
    """Filter by the next bar."""

    keys = ("right", "l")
    help = "In the timeline: filter by the next bar"
    scopes = frozenset({Scope.TIMELINE})
    in_palette = False

    async def run(self, screen: ReadingScreen) -> None:
        screen.finder.timeline.step(1)


class KeepPeriod(Command):
    """Keep the timeline's filter."""

    keys = ("enter", "down")
    label = "keep"
    help = "In the timeline: keep the filter, and go to the list"
    scopes = frozenset({Scope.TIMELINE})
    in_palette = False

    async def run(self, screen: ReadingScreen) -> None:
        screen.keep_period()


class PastSearches(Command):
    """List saved and earlier searches."""

    keys: ClassVar[tuple[str, ...]] = ("s",)
    help = "Searches: saved ones with what is new since you last looked, and earlier ones"

    async def run(self, screen: ReadingScreen) -> None:
        screen.list_searches()


class PastSearchesWhileTyping(PastSearches):
    """List saved and earlier searches that hold what is typed."""

    keys: ClassVar[tuple[str, ...]] = ("ctrl+r",)
    label = "searches"
    scopes = frozenset({Scope.BOX})
    in_palette = False


class SaveSearch(Command):
    """Save the query, or drop it where it is saved."""

    keys: ClassVar[tuple[str, ...]] = ("S",)
    help = "Save this search, or drop it where it is saved"

    async def run(self, screen: ReadingScreen) -> None:
        screen.save_search()


class SaveSearchWhileTyping(SaveSearch):
    """Save the query, from the box."""

    keys: ClassVar[tuple[str, ...]] = ("ctrl+s",)
    label = "save"
    scopes = frozenset({Scope.BOX})
    in_palette = False


class Abort(Command):
    """Leave the box with nothing typed."""

    keys = ("ctrl+c",)
    label = "clear"
    help = "Clear the box and leave it"
    scopes = frozenset({Scope.BOX, Scope.FIND})
    in_palette = False

    async def run(self, screen: ReadingScreen) -> None:
        screen.abort()


class Open(Command):
    """Open what is selected."""

    keys = ("enter",)
    label = "open"
    help = "Open the selected article, or go to the selected picture, mention or heading"
    scopes = frozenset({Scope.LIST, Scope.PANEL})
    in_palette = False

    async def run(self, screen: ReadingScreen) -> None:
        screen.choose()


class NextArticle(Command):
    """Open the next article of the list."""

    keys = ("right_square_bracket", "J")
    help = "Open the next article of the list"

    async def run(self, screen: ReadingScreen) -> None:
        screen.step_article(1)


class PreviousArticle(Command):
    """Open the previous article of the list."""

    keys = ("left_square_bracket", "K")
    help = "Open the previous article of the list"

    async def run(self, screen: ReadingScreen) -> None:
        screen.step_article(-1)


# ------------------------------------------------------------------------------------------- moving


class Down(Command):
    """Down a line or a row."""

    keys = ("j", "down")
    help = "Down"
    in_palette = False

    async def run(self, screen: ReadingScreen) -> None:
        screen.move(lines=1)


class Up(Command):
    """Up a line or a row."""

    keys = ("k", "up")
    help = "Up"
    in_palette = False

    async def run(self, screen: ReadingScreen) -> None:
        screen.move(lines=-1)


class PageDown(Command):
    """Down a screenful."""

    keys = ("space", "pagedown")
    help = "Down a screenful"
    in_palette = False

    async def run(self, screen: ReadingScreen) -> None:
        screen.move(pages=1)


class PageUp(Command):
    """Up a screenful."""

    keys = ("b", "pageup")
    help = "Up a screenful"
    in_palette = False

    async def run(self, screen: ReadingScreen) -> None:
        screen.move(pages=-1)


class HalfPageDown(Command):
    """Down half a screenful."""

    keys = ("ctrl+d",)
    help = "Down half a screenful"
    in_palette = False

    async def run(self, screen: ReadingScreen) -> None:
        screen.move(pages=0.5)


class HalfPageUp(Command):
    """Up half a screenful."""

    keys = ("ctrl+u",)
    help = "Up half a screenful"
    in_palette = False

    async def run(self, screen: ReadingScreen) -> None:
        screen.move(pages=-0.5)


class Top(Command):
    """To the beginning."""

    keys = ("g", "home")
    help = "To the beginning"
    in_palette = False

    async def run(self, screen: ReadingScreen) -> None:
        screen.move_end(last=False)


class Bottom(Command):
    """To the end."""

    keys = ("G", "end")
    help = "To the end"
    in_palette = False

    async def run(self, screen: ReadingScreen) -> None:
        screen.move_end(last=True)


# ------------------------------------------------------------------------------------------- in the article


class FindInside(Command):
    """Find inside the article; in the list, find an article."""

    keys = ("slash",)
    label = "find inside"
    help = "Find inside the article; from the list, find an article"

    async def run(self, screen: ReadingScreen) -> None:
        screen.open_find()


class NextHit(Command):
    """Go to the next hit, past the last on to the next article."""

    keys = ("n",)
    label = "next hit"
    help = "Go to the next hit, past the last one on to the next article; where nothing is sought, to the next name"

    async def run(self, screen: ReadingScreen) -> None:
        screen.go_hit(1)


class PreviousHit(Command):
    """Go to the hit before."""

    keys = ("N",)
    help = "Go to the previous hit, before the first one back to the previous article; else to the previous name"

    async def run(self, screen: ReadingScreen) -> None:
        screen.go_hit(-1)


class Wider(Command):
    """Widen the measure."""

    keys = ("plus", "equals_sign")
    help = "Longer lines"

    async def run(self, screen: ReadingScreen) -> None:
        screen.change_measure(4)


class Narrower(Command):
    """Narrow the measure."""

    keys = ("minus",)
    help = "Shorter lines"

    async def run(self, screen: ReadingScreen) -> None:
        screen.change_measure(-4)


class Copy(Command):
    """Copy the selected text, else headline and address."""

    keys = ("y",)
    help = "Copy the text selected with the mouse, else the headline, source, date and address"

    async def run(self, screen: ReadingScreen) -> None:
        screen.copy()


class OpenAddress(Command):
    """Open the article's address in the browser."""

    keys = ("o",)
    help = "Open the article's own page, or the selected link, in your browser"

    async def run(self, screen: ReadingScreen) -> None:
        screen.open_address()


class ViewPicture(Command):
    """Show a picture."""

    keys = ("v",)
    help = "View the selected picture, or the one at the reading position, with its whole caption"

    async def run(self, screen: ReadingScreen) -> None:
        screen.view_picture()


class OriginalText(Command):
    """Show the article's file as it is."""

    keys = ("R",)
    help = "Raw text of the article's file, as it is, with line numbers"

    async def run(self, screen: ReadingScreen) -> None:
        screen.show_original()


class CopyPath(Command):
    """Show and copy the path of the article's file."""

    keys = ("Y",)
    help = "Show and copy the path of the article's file"

    async def run(self, screen: ReadingScreen) -> None:
        screen.copy_path()


# ------------------------------------------------------------------------------------------- the side panel


class Pictures(Command):
    """Show the pictures."""

    keys = ("1",)
    label = "pictures"
    help = "Pictures: captions, credits, dates, files; v views one"

    async def run(self, screen: ReadingScreen) -> None:
        screen.show_tab("Pictures")


class RelatedArticles(Command):
    """Show related articles."""

    keys = ("2", "r")
    label = "related"
    help = "Related articles, each with its reason"

    async def run(self, screen: ReadingScreen) -> None:
        screen.show_tab("Related")


class Story(Command):
    """List the open article's story."""

    keys = ("C",)
    help = "Story: the articles of its story in order of time, when they appeared and what each adds"

    async def run(self, screen: ReadingScreen) -> None:
        screen.list_story()


class Entities(Command):
    """Show the entities."""

    keys = ("3", "e")
    label = "entities"
    help = "Entities: people, organisations and places; Enter goes from mention to mention"

    async def run(self, screen: ReadingScreen) -> None:
        screen.show_tab("Entities")


class Outline(Command):
    """Show the outline."""

    keys = ("4",)
    help = "Outline: the section headings"

    async def run(self, screen: ReadingScreen) -> None:
        screen.show_tab("Outline")


class NextTab(Command):
    """Next tab of the panel."""

    keys = ("l", "right")
    help = "Next tab of the side panel"
    scopes = frozenset({Scope.PANEL})
    in_palette = False

    async def run(self, screen: ReadingScreen) -> None:
        screen.panel.step_tab(1)


class PreviousTab(Command):
    """Previous tab of the panel."""

    keys = ("h", "left")
    help = "Previous tab of the side panel"
    scopes = frozenset({Scope.PANEL})
    in_palette = False

    async def run(self, screen: ReadingScreen) -> None:
        screen.panel.step_tab(-1)


class ArticlesNaming(Command):
    """List the articles that name the selected entity."""

    keys = ("a",)
    label = "articles naming it"
    help = "List every article that names the selected entity"
    scopes = frozenset({Scope.PANEL})

    async def run(self, screen: ReadingScreen) -> None:
        screen.list_articles_naming()


class NotAnEntity(Command):
    """Correct: the selected entity is none."""

    keys = ("x",)
    help = "The selected name is no entity: correct it in the whole archive"
    scopes = frozenset({Scope.PANEL})

    async def run(self, screen: ReadingScreen) -> None:
        screen.ignore_entity()


class MergeEntity(Command):
    """Correct: the selected entity is another one."""

    keys = ("m",)
    help = "Merge the selected name into another one, in the whole archive"
    scopes = frozenset({Scope.PANEL})

    async def run(self, screen: ReadingScreen) -> None:
        screen.merge_entity()


class RenameEntity(Command):
    """Correct: the selected entity is called otherwise."""

    keys = ("c",)
    help = "Change the selected name, in the whole archive"
    scopes = frozenset({Scope.PANEL})

    async def run(self, screen: ReadingScreen) -> None:
        screen.rename_entity()


class UndoCorrection(Command):
    """Take the last correction of a name back."""

    keys = ("u",)
    help = "Take the last correction of a name back"
    scopes = frozenset({Scope.PANEL})

    async def run(self, screen: ReadingScreen) -> None:
        screen.undo_correction()


class AllEntities(Command):
    """List the entities of the whole archive."""

    keys = ("E",)
    help = "Names of the whole archive, or those like what is typed in the box; Enter tells of one"

    async def run(self, screen: ReadingScreen) -> None:
        screen.list_entities()


class TogglePanel(Command):
    """Show or hide the side panel."""

    keys = ("p",)
    help = "Show or hide the side panel"

    async def run(self, screen: ReadingScreen) -> None:
        screen.toggle_panel()


# ------------------------------------------------------------------------------------------- everywhere


class NextPane(Command):
    """Next pane."""

    keys = ("tab",)
    label = "next pane"
    help = "Next pane: finder, article, side panel"
    scopes = EVERYWHERE
    in_palette = False

    async def run(self, screen: ReadingScreen) -> None:
        screen.step_pane(1)


class PreviousPane(Command):
    """Previous pane."""

    keys = ("shift+tab",)
    help = "Previous pane"
    scopes = EVERYWHERE
    in_palette = False

    async def run(self, screen: ReadingScreen) -> None:
        screen.step_pane(-1)


class Escape(Command):
    """One level back."""

    keys = ("escape",)
    help = "One level back: close what is open, clear the marks, return to the list"
    scopes = EVERYWHERE
    in_palette = False

    async def run(self, screen: ReadingScreen) -> None:
        screen.escape()


class Back(Command):
    """Back to the article read before."""

    keys = ("H", "alt+left", "backspace")
    label = "back"
    help = "Back to the article read before"

    async def run(self, screen: ReadingScreen) -> None:
        screen.travel(-1)


class Forward(Command):
    """Forward again."""

    keys = ("L", "alt+right")
    help = "Forward again"

    async def run(self, screen: ReadingScreen) -> None:
        screen.travel(1)


class AddArticles(Command):
    """Add to the archive."""

    keys = ("A",)
    label = "add"
    help = "Add a folder or a file to this archive; afterwards, the report on it"

    async def run(self, screen: ReadingScreen) -> None:
        screen.add_articles()


class StopAdding(Command):
    """Stop what is being added."""

    keys = ("X",)
    help = "Stop adding; what was stored stays"

    async def run(self, screen: ReadingScreen) -> None:
        screen.stop_adding()


class Redraw(Command):
    """Draw the whole screen anew."""

    keys = ("ctrl+l",)
    help = "Draw the screen anew, after something else has written on it"
    scopes = EVERYWHERE

    async def run(self, screen: ReadingScreen) -> None:
        screen.broadsheet.redraw()


class NextTheme(Command):
    """Switch to the next theme."""

    keys = ("t",)
    help = "Next colour theme"

    async def run(self, screen: ReadingScreen) -> None:
        screen.next_theme()


class Palette(Command):
    """Open the command palette."""

    keys = ("colon", "f2")
    label = "commands"
    help = "Command palette: every command by name"
    in_palette = False

    async def run(self, screen: ReadingScreen) -> None:
        screen.app.action_command_palette()


class Help(Command):
    """Show the keys."""

    keys: ClassVar[tuple[str, ...]] = ("question_mark", "f1")
    label = "help"
    help = "Help: every key"

    async def run(self, screen: ReadingScreen) -> None:
        screen.show_help()


class HelpWhileTyping(Help):
    """Show the keys, from a box, where a letter is typed."""

    keys: ClassVar[tuple[str, ...]] = ("f1",)
    label = "help"
    scopes = frozenset({Scope.BOX, Scope.FIND})
    in_palette = False


class Quit(Command):
    """Leave."""

    keys: ClassVar[tuple[str, ...]] = ("q", "ctrl+q")
    label = "quit"
    help = "Quit; the reading position is kept"

    async def run(self, screen: ReadingScreen) -> None:
        screen.app.exit()


class QuitWhileTyping(Quit):
    """Leave, from a box, where q is a letter."""

    keys: ClassVar[tuple[str, ...]] = ("ctrl+q",)
    label = ""
    scopes = frozenset({Scope.BOX, Scope.FIND})
    in_palette = False


COMMANDS: Final[tuple[type[Command], ...]] = (
    FindArticle, OpenWhileTyping, NextRow, PreviousRow, TakeCompletion, Narrow, NarrowWhileTyping, Timeline,
    TimelineWhileTyping, EarlierPeriod, LaterPeriod, KeepPeriod, PastSearches, PastSearchesWhileTyping, SaveSearch,
    SaveSearchWhileTyping,
    Abort, Open, NextArticle, PreviousArticle,
    Down, Up, PageDown, PageUp, HalfPageDown, HalfPageUp, Top, Bottom,
    FindInside, NextHit, PreviousHit, Wider, Narrower, Copy, CopyPath, OpenAddress, ViewPicture, OriginalText,
    Pictures, RelatedArticles, Story, Entities, Outline, NextTab, PreviousTab, ArticlesNaming,
    NotAnEntity, MergeEntity, RenameEntity, UndoCorrection, AllEntities, *KIND_COMMANDS, TogglePanel,
    NextPane, PreviousPane, Escape, Back, Forward, AddArticles, StopAdding,
    Redraw, NextTheme, Palette, Help, HelpWhileTyping, Quit, QuitWhileTyping,
)  # fmt: skip

BY_NAME: Final = {command.name(): command() for command in COMMANDS}
