"""What the hostile bed is made of: projects described in a few words, and what must become of them."""
from dataclasses import dataclass, field
from typing import Callable, Optional, Union


@dataclass(frozen=True)
class Link:
    """A symbolic link, in place of a file's content."""
    target: str


@dataclass(frozen=True)
class Folder:
    """A folder with nothing in it."""
    mode: int = 0o755


@dataclass(frozen=True)
class Mode:
    """A file with other permissions; the build then runs as nobody, for root may read all."""
    content: Union[str, bytes]
    mode: int


Content = Union[str, bytes, Link, Folder, Mode]

GOOD, BAD, EITHER, MISUSE = "a site", "an error", "a site or an error", "a word on usage"


@dataclass
class Case:
    """One project. `files` lie in seeds/; `beside` lie in the folder around it, which holds the output."""
    name: str
    files: dict[str, Content]
    expect: str = EITHER
    said: str = ""  # a regular expression that standard error must match
    shown: str = ""  # a text that the pages must show, as text
    beside: dict[str, Content] = field(default_factory=dict)
    arguments: list[str] = field(default_factory=list)
    output: str = "site"
    seeds: str = "seeds"
    nobody: bool = False
    slow: bool = False
    disk: int = 0  # bytes of the disk under the output, where mounting is allowed
    largest_file: int = 0  # bytes that any one file may grow to
    before: Optional[Callable] = None
    exits: tuple[int, ...] = (0, 1)


class Bed:
    """The cases, in order, with names that are used once."""

    def __init__(self):
        self.cases: list[Case] = []

    def add(self, name, files, expect=EITHER, said="", **more):
        assert all(case.name != name for case in self.cases), name
        self.cases.append(Case(name, files, expect, said, **more))

    def source(self, name, text, expect=EITHER, said="", **more):
        """A project of one Markdown source."""
        self.add(name, {"sources/a.md": text}, expect, said, **more)

    def text(self, name, text, expect=EITHER, said="", **more):
        """A project of one bare text."""
        self.add(name, {"sources/a.txt": text}, expect, said, **more)

    def both(self, name, text, expect=EITHER, said="", **more):
        self.source(name + " (md)", text, expect, said, **more)
        self.text(name + " (txt)", text, expect, said, **more)

    def entity(self, name, yaml, body="", expect=EITHER, said="", text="林遠在遠山科技工作。\n", **more):
        """A project of one text and one person."""
        self.add(
            name,
            {"sources/a.md": text, "entities/people/lin-yuan.md": "---\n%s\n---\n%s\n" % (yaml, body)},
            expect, said, **more)
