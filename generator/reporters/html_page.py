"""The page of the HTML report: its template, its style and its words.

They stand in a module and not in files beside it, so that the page needs nothing but itself.
"""

from __future__ import annotations

from markupsafe import Markup

from generator.problems import Words

WORDS = {
    "title": Words("记录检查报告", "Report on the records"),
    "errors": Words("错误", "errors"),
    "warnings": Words("提醒", "warnings"),
    "records": Words("查过的记录", "records checked"),
    "blocked": Words("有错误，改好之前不能发布。", "There are errors; they must be mended before publishing."),
    "pass": Words(
        "没有错误，可以发布；提醒请逐条看一看。", "No errors, so it can be published; please read the warnings."
    ),
    "clean": Words("没有发现问题，可以发布。", "Nothing is wrong; it can be published."),
    "by_file": Words("按文件", "By file"),
    "by_rule": Words("按规则", "By rule"),
    "line": Words("第 {line} 行，第 {column} 个字", "line {line}, character {column}"),
    "mend": Words("怎么改：", "How to mend it: "),
    "more": Words("还有 {count} 处同样的问题，在第 {lines} 行", "{count} more of the same, at line {lines}"),
    "comma": Words("、", ", "),
    "why": Words("为什么要查这些", "Why these are checked"),
    "times": Words("{count} 处", "{count}"),
    "right": Words("这样写：", "The right way:"),
}

PAGE = """\
<!DOCTYPE html>
<html lang="{{ language }}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>{{ words.title }}</title>
<style>{{ style }}</style>
</head>
<body>
<header>
<h1>{{ words.title }}</h1>
<p>{{ verdict }}</p>
<ul class="numbers">
<li><b{% if report.errors %} class="key"{% endif %}>{{ report.errors }}</b> {{ words.errors }}</li>
<li><b>{{ report.warnings }}</b> {{ words.warnings }}</li>
<li><b>{{ report.records }}</b> {{ words.records }}</li>
</ul>
</header>
<main>
{% if files %}
<nav>
<section>
<h2>{{ words.by_file }}</h2>
<ul>
{% for file in files %}
<li><a href="#{{ file.anchor }}">{{ file.path }}</a> <span>{{ file.counts }}</span></li>
{% endfor %}
</ul>
</section>
<section>
<h2>{{ words.by_rule }}</h2>
<ul>
{% for rule in rules %}
<li><a href="#{{ rule.anchor }}">{{ rule.code }}</a> <span>{{ words.times.format(count=rule.count) }}</span></li>
{% endfor %}
</ul>
</section>
</nav>
{% endif %}
{% for file in files %}
<section id="{{ file.anchor }}">
<h2>{{ file.path }}</h2>
<p class="quiet">{{ file.counts }}</p>
{% for problem in file.problems %}
<article class="{{ problem.level }}">
<p class="quiet"><b>{{ problem.severity }}</b> {{ words.line.format(line=problem.line, column=problem.column) }}
<a href="#rule-{{ problem.code }}">{{ problem.code }}</a></p>
<h3>{{ problem.message }}</h3>
{% if problem.excerpt %}
<pre><span>{{ problem.line }}</span> {{ problem.excerpt.before }}<mark>{{ problem.excerpt.spot }}</mark>\
{{ problem.excerpt.after }}</pre>
{% endif %}
<p class="mend"><b>{{ words.mend }}</b>{{ problem.help }}</p>
</article>
{% endfor %}
{% for code, lines in file.rest %}
<p>{{ words.more.format(count=lines | length, lines=lines | join(words.comma)) }} \
(<a href="#rule-{{ code }}">{{ code }}</a>)</p>
{% endfor %}
</section>
{% endfor %}
{% if rules %}
<section>
<h2>{{ words.why }}</h2>
<dl>
{% for rule in rules %}
<div>
<dt id="{{ rule.anchor }}">{{ rule.code }}</dt>
<dd>
<p>{{ rule.reason }}</p>
{% if rule.example %}
<p>{{ words.right }}</p>
<pre>{{ rule.example }}</pre>
{% endif %}
</dd>
</div>
{% endfor %}
</dl>
</section>
{% endif %}
</main>
</body>
</html>
"""

# Markup, since it is ours and holds quotes and arrows that must stay as they are.
STYLE = Markup("""
:root { --red: #b7141d; --link: #8e1018; --paper: #fbf7f2; --card: #fff; --line: #e8dfd3; --ink: #1f1f1f;
  --quiet: #595959; --gold: #8a6100; --spot: #fdf3d6; color-scheme: light dark; }
@media (prefers-color-scheme: dark) { :root { --red: #ff8a80; --link: #ff8a80; --paper: #1b1a19; --card: #262423;
  --line: #45403b; --ink: #f0ebe4; --quiet: #b8b0a7; --gold: #e0b34d; --spot: #4d3f14; } }
*, ::before, ::after { box-sizing: border-box; }
html { font-size: 17px; scroll-padding-top: 1rem; -webkit-text-size-adjust: 100%; }
body { margin: 0; background: var(--paper); color: var(--ink); overflow-wrap: anywhere;
  font: 400 1rem/1.75 "PingFang SC", "HarmonyOS Sans SC", "MiSans",
  "Microsoft YaHei UI", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; }
header, main { max-width: 50rem; margin: 0 auto; padding: 1rem; }
header { border-top: 6px solid var(--red); padding-top: 1.5rem; }
h1, h2, h3, p, ul, dl, dd, pre { margin: 0; }
h1 { font-size: 1.75rem; line-height: 1.35; }
h2 { font-size: 1.3rem; line-height: 1.35; }
h3 { font-size: 1.06rem; line-height: 1.5; margin-bottom: .5rem; }
ul { padding: 0; list-style: none; }
a { color: var(--link); text-underline-offset: .2em; }
:focus-visible { outline: 3px solid #1a5fb4; outline-offset: 2px; }
.numbers { display: flex; flex-wrap: wrap; gap: .5rem 2.5rem; margin-top: 1rem; color: var(--quiet); }
.numbers li { display: grid; }
.numbers b { font-size: 2.6rem; line-height: 1.2; color: var(--ink); }
.numbers .key { color: var(--red); }
nav li { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0 1rem;
  border-top: 1px solid var(--line); }
nav li, nav a { min-height: 44px; align-items: center; }
nav a { display: inline-flex; }
nav span, .quiet { color: var(--quiet); font-size: .88rem; }
section { margin-bottom: 2.5rem; }
nav h2 { margin-bottom: .5rem; }
article { margin: 1rem 0; padding: .9rem 1rem; background: var(--card); border: 1px solid var(--line);
  border-left: 4px solid var(--quiet); border-radius: 10px; }
article.warning { border-left-color: var(--gold); }
article .quiet { margin-bottom: .25rem; }
article .quiet b { color: var(--ink); margin-right: .5em; }
article .quiet a { margin-left: .5em; }
article.warning .quiet b { color: var(--gold); }
pre { margin: .5rem 0; padding: .5rem .75rem; background: var(--paper); border-radius: 6px; white-space: pre-wrap;
  font: .88rem/1.7 ui-monospace, Consolas, Menlo, "Noto Sans Mono CJK SC", "Microsoft YaHei", monospace; }
pre span { color: var(--quiet); user-select: none; padding-right: .75em; }
mark { background: var(--spot); color: inherit; font-weight: 700; border-bottom: 3px solid var(--red); }
.mend, dd p { white-space: pre-line; }
dt { font-weight: 700; margin-top: 1rem; }
:target { background: var(--spot); }
@media print { @page { margin: 18mm; } html { font-size: 11pt; } body { background: none; }
  header, main { max-width: none; padding-left: 0; padding-right: 0; }
  article, dl div { break-inside: avoid; } h2, h2 + p { break-after: avoid; } mark { font-weight: 700; } }
""")
