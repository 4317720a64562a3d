"""Hostile inputs: whatever lies in a project, a check ends, names it or reads it, and checks all else."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from generator.cli import main
from tests.conftest import Project

MANY = 2_000
BYTES = {
    "nothing": b"",
    "a mark alone": b"\xef\xbb\xbf",
    "a zero": b"\x00",
    "zeros": b"\x00" * 5000,
    "a zero inside": b"name: a\x00b",
    "line ends alone": b"\r\n\r\r\n\n",
    "old line ends": b"name: a\rplace: city\r",
    "UTF-16": "name: 甲".encode("utf-16"),
    "UTF-16 without a mark": "name: abc".encode("utf-16-le"),
    "UTF-32": "name: 甲".encode("utf-32"),
    "GBK": "name: 甲项目".encode("gbk"),
    "Big5": "name: 臺灣".encode("big5"),
    "half a character": "name: 甲".encode()[:-1],
    "lone surrogate": b"name: \xed\xa0\x80",
    "overlong": b"name: \xc0\xaf",
    "beyond Unicode": b"name: \xf5\x80\x80\x80",
    "no character": b"name: \xef\xbf\xbf",
    "a picture": b"\x89PNG\r\n\x1a\n" + bytes(range(256)),
    "an archive": b"PK\x03\x04" + bytes(range(256)),
    "a program": b"MZ\x90\x00\x03",
    "a PDF": b"%PDF-1.7\n%\xe2\xe3\xcf\xd3",
    "AppleDouble": b"\x00\x05\x16\x07\x00\x02\x00\x00",
    "delete": b"name: a\x7f",
    "next line": "name: a\u0085b".encode(),
    "line separator": "name: a\u2028b".encode(),
    "turned around": "name: \u202eabc".encode(),
    "zero width": "name: a\u200bb".encode(),
    "mark inside": "name: a\ufeffb".encode(),
    "emoji": "name: 👨‍👩‍👧‍👦🏳️‍🌈".encode(),
    "combining": ("name: a" + "\u0301" * 3000).encode(),
    "private use": "name: \ue000".encode(),
}
TEXTS = {
    "a line": "甲",
    "a number": "1",
    "a yes": "yes",
    "a null": "~",
    "a bracket": "[",
    "closed alone": "]",
    "a brace": "{",
    "brackets": "[" * 50_000,
    "braces": "{a: " * 5_000,
    "nested lists": "\n".join("  " * depth + "-" for depth in range(300)),
    "nested keys": "\n".join("  " * depth + "a:" for depth in range(300)),
    "dashes": "- " * 5_000,
    "questions": "? " * 5_000,
    "a bomb": "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n",
    "an alias to itself": "&a [*a]",
    "a merge": "<<: *a\nname: a",
    "a tag that runs": "!!python/object/apply:os.system ['true']",
    "a tag of nothing": "name: !<tag:x> a",
    "a directive": "%YAML 9.9\n---\nname: a",
    "an unknown directive": "%FOO bar\n---\nname: a",
    "two documents": "---\nname: a\n---\nname: b",
    "an end": "...\n",
    "many documents": "---\n" * 2000,
    "tabs": "\tname: a\n\tplace: city",
    "a tab behind a colon": "name:\ta",
    "a quote": 'name: "a',
    "a quote and lines": 'name: "a\nplace: city\nsource: doc\n' * 50,
    "an escape": 'name: "\\x00\\u0000\\uD800"',
    "a wrong escape": 'name: "\\q"',
    "a block": "name: |9\n  a",
    "a folded block": "name: >+\n\n\n\n",
    "a colon": ": a",
    "colons": "a: b: c: d",
    "hashtag and colon": "name: 甲\nsummary: #学雷锋:月",
    "hashtag then colon": "short: #甲\nlevel: 市: 区",
    "hash and colons": "l: #:\nt: :",
    "hash in brackets": "name: [a #b\n c: d: e",
    "a key that is a list": "[a, b]: c",
    "a key that is a group": "{a: b}: c",
    "an empty key": '"": a',
    "a key twice": "name: a\nname: b\n名称: c",
    "a long key": "k" * 5_000 + ": a",
    "a long line": "name: " + "长" * 100_000,
    "a long word in prose": "summary: " + "[" * 20_000,
    "stars": "summary: " + "*a" * 10_000,
    "underscores": "summary: " + "_a" * 10_000,
    "angles": "summary: '" + "<" * 20_000 + "'",
    "links": "summary: '" + "[a](" * 5_000 + "'",
    "a script": "name: <script>alert(1)</script>\nsummary: '{{ 7*7 }}{% raw %}'",
    "format signs": "name: '{0} {key} {} %s'\nnmae{x}: '{y}'",
    "braces in a key": "'{key}': a\n'{': b\n'}': c",
    "many digits": "figures: [注册志愿者: " + "9" * 5_000 + "]",
    "many zeros": "figures: [注册志愿者: 1e999999999]",
    "wide digits": "figures: [注册志愿者: １２３４万余人]",
    "a ratio of nothing": "figures: [注册志愿者: 0/0]",
    "numbers in words": "figures: [注册志愿者: " + "万亿" * 500 + "]",
    "a date of no day": "since: 2024-02-31",
    "a date far away": "since: 99999999-01",
    "a list of lists": "- - - - a",
    "a list of numbers": "- 1\n- 2\n- 3",
    "a list of nothing": "-\n-\n-",
    "ids of all sorts": "- {id: ../../etc/passwd, name: a}\n- {id: CON}\n- {id: '', name: c}\n- {id: [a], name: d}",
    "an id of emoji": "- {id: 😀, name: a}",
    "JSON": '{"name": "a", "place": null, "n": 1e400}',
    "markup": "<html><body>name: a</body></html>",
    "a conflict": "<<<<<<< HEAD\nname: a\n=======\nname: b\n>>>>>>> other",
    "a difference": "--- a/x\n+++ b/x\n@@ -1 +1 @@\n-name: a",
    "settings": "site_name: x\nINHERIT: ../x.yml\nhooks: [x.py]",
    "front matter": "---\ntitle: [\n---\n# a",
    "templates": "{% include '/etc/passwd' %}{{ config }}",
    "reference to itself": "place: h\nparent: h\nowner: h\nsource: [h, h, h]",
    "groups for lines": "name: {a: b}\nsummary: [a, b]\nplace: {c: d}",
    "lines for groups": "figures: a\nactions: b\ngoals: c\nlibrary: d\npictures: e",
    "honours": "series: best\nyear: x\nwinners: {a: {b: {c: d}}}\nunnamed: [a]",
    "unknown keys": "".join(f"k{number}: a\n" for number in range(500)),
    "accepted": "name: a\naccept: {x: y, unknown-key: z, '': ''}",
}
NAMES = [
    "a b.yml", "a#b.yml", "a%20b.yml", "a?b.yml", "a&b.yml", "a'b.yml", 'a"b.yml', "a\\b.yml", "a:b.yml", "a*b.yml",
    "a|b.yml", "<script>.yml", "{key}.yml", "{{a}}.yml", "%s.yml", "-.yml", "--help.yml", "..yml.yml", "...yml",
    "CON.yml", "nul.yml", "com1.yml", "index.yml", "all.yml", "A.yml", "ÀÉ.yml", "甲.yml", "\u7532\u200b.yml",
    "\u202eabc.yml", "a\nb.yml", "a\tb.yml", "a\x1b[31m.yml", "a\x7f.yml", "😀.yml", "ａ.yml", "a．yml", "a.yml.",
    "a.yml ", " a.yml", "a.YML", "a.Yaml", "a.yml.txt", "a.yml.yml", "a.yaml", "a", ".yml", f"{'a' * 200}.yml",
    f"{'长' * 80}.yml", "a.json", "a.xlsx", "13812345678.yml", "a--b.yml", "a_b.yml", "1.yml", "aux.yml/b.yml",
    "d.yml/e.yml", "deep/" * 60 + "a.yml", "x.md/y.yml", "__MACOSX/a.yml", ".git/a.yml",
]  # fmt: skip
PLACES = ["projects/h.yml", "content/people.yml", "honours/h.yml", "mkdocs.yml", "content/h.md"]


def check_ends_well(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Check a project in the way that says most, and look for the problem of the file that has always one."""
    code = main(["-C", str(root), "check", "--format", "json"])
    problems = json.loads(capsys.readouterr().out)["problems"]
    assert code == 1
    assert "internal-error" not in {problem["code"] for problem in problems}
    assert any(problem["path"] == "projects/wrong.yml" for problem in problems)
    assert main(["-C", str(root), "check"]) == 1
    assert "Traceback" not in "".join(capsys.readouterr())


@pytest.mark.parametrize("name", [*BYTES, *TEXTS])
def test_hostile_text(project: Project, capsys: pytest.CaptureFixture[str], name: str) -> None:
    """Whatever files say, records, pages and settings alike, the check ends with problems, not with a fault."""
    root = project("projects/wrong.yml:\n    nmae: 甲")
    for place in PLACES:
        (root / place).parent.mkdir(exist_ok=True)
        (root / place).write_bytes(BYTES[name] if name in BYTES else TEXTS[name].encode())
    check_ends_well(root, capsys)


@pytest.mark.parametrize("name", NAMES)
def test_hostile_name(project: Project, capsys: pytest.CaptureFixture[str], name: str) -> None:
    """Whatever a file is called, the check ends with problems in place of a fault of the tool."""
    root = project("projects/wrong.yml:\n    nmae: 甲")
    try:
        (root / "projects" / name).parent.mkdir(parents=True, exist_ok=True)
        (root / "projects" / name).write_bytes("name: 甲\nplace: city\nsource: doc\n".encode())
    except OSError:
        pytest.skip("this system has no such names")
    check_ends_well(root, capsys)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such names")
@pytest.mark.parametrize("name", [b"\xff.yml", b"\xc3\x28.yml", b"\xd5\xc5.yml", b"\xff", b"\xff.md"])
def test_name_of_no_encoding(project: Project, capsys: pytest.CaptureFixture[str], name: bytes) -> None:
    """A name that is not UTF-8, as an old archive brings it, is named like any other."""
    root = project("projects/wrong.yml:\n    nmae: 甲")
    for folder in (b"projects", b"content"):
        Path(os.fsdecode(os.fsencode(root) + b"/" + folder + b"/" + name)).write_bytes(b"name: a")
    check_ends_well(root, capsys)


def test_very_many_unknown_keys_and_strays(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    """A file of thousands of wrong keys beside a folder of thousands of strays is checked like any other."""
    root = project("projects/wrong.yml:\n    nmae: 甲")
    (root / "projects/many.yml").write_text("".join(f"key{n}: a\n" for n in range(MANY)), encoding="utf-8")
    strays = root / "projects" / "strays"
    strays.mkdir()
    for number in range(MANY):
        (strays / f"{number}.tmp").touch()
    check_ends_well(root, capsys)
