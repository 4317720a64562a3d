"""Rules about what a site needs to be passed on: that it knows its own address."""

from __future__ import annotations

from collections.abc import Iterator

from generator.records.declared import fields_of
from generator.records.settings import Settings
from generator.rules.material import Material
from generator.rules.rule import Finding, warning

# Numbers that are given to a site at a public address alone. Names and telephones may stand on one that nobody has put
# on the web yet, or in a network of its own.
_OF_PUBLIC_SITES = ("icp", "police", "site_code")


@warning(
    zh=(
        "写了{label}，没有写网站地址",
        "在最上面加一行“site_url: https://”，后面接公开网址；转发出去的网页才带图片和正式网址",
    ),
    en=(
        "{label} is given, the site's address is not",
        "add 'site_url: https://…': shared pages show no picture without",
    ),
)
def site_url_missing(material: Material) -> Iterator[Finding]:
    """Report a site with a number of public sites and without its address.

    有备案号、网站标识码的网站已经有公开网址。写了它，转发的网页才带上图片和正式网址，站点地图也才会生成。

      mkdocs.yml:
    ✓     site_url: https://example.cn/
          docs_dir: content
          plugins:
            - showcase: {icp: 某ICP备00000000号}
    """
    settings = material.settings.settings
    given = next((name for name in _OF_PUBLIC_SITES if getattr(settings, name)), None)
    if given and not settings.site_url:
        yield Finding(material.settings, (given,), label=fields_of(Settings)[given].label)
