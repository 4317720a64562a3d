"""The recipe of a site: the public catalogue, its pages, its data, the search index, the theme.

It stands apart from the check, which runs far more often and need not load what makes pages.
"""

from __future__ import annotations

from generator.pages.exports import exports
from generator.pages.privacy import public_catalogue
from generator.pages.search import INDEX, search_index
from generator.pages.site import pages, site_view, sitemap
from generator.pages.templates import assets, environment, render
from generator.pages.views.page import LinkView
from generator.pipeline import Checked
from generator.publish.output import Output


def compose(checked: Checked, output: Output, prose: tuple[LinkView, ...]) -> None:
    """Write every page and data file that is made of records.

    :raises OSError: the disk failed.
    """
    catalogue = public_catalogue(checked.catalogue)
    site = site_view(checked.settings, prose)
    templates = environment()
    addresses = output.paths
    for page in pages(catalogue, checked.settings):
        output.write(page.path, render(templates, page, site), page.origin)
        addresses.append(page.path)
    for path, text in exports(catalogue):
        output.write(path, text, "the data of all records")
    output.write(INDEX, search_index(catalogue), "the search index")
    for path, data in assets():
        output.write(path, data, "the theme")
    if site.address:
        output.write("sitemap.xml", sitemap(addresses, site.address), "the list of all pages")
