"""The recipe of a site: the public catalogue, its pages, its data, the search index, the theme.

It stands apart from the check, which runs far more often and need not load what makes pages.
"""

from __future__ import annotations

from generator.pages.exports import exports
from generator.pages.package import PACKAGE, data_package
from generator.pages.privacy import public_catalogue
from generator.pages.search import INDEX, search_index
from generator.pages.site import pages, site_view, sitemap
from generator.pages.templates import assets, environment, render
from generator.pages.views import library
from generator.pages.views.page import Page
from generator.pages.words import known_words
from generator.pipeline import Checked
from generator.publish.output import Output


def compose(checked: Checked, output: Output, prose: tuple[Page, ...]) -> None:
    """Write every page and data file that is made of records; prose pages are only named in menu, search and sitemap.

    :raises OSError: the disk failed.
    """
    catalogue = public_catalogue(checked.catalogue)
    site = site_view(checked.settings, prose)
    templates = environment(known_words(catalogue))
    addresses = output.paths
    menu = {link.path for link in (*site.nav, *site.more)}
    listed = list(prose)
    for page in pages(catalogue, checked.settings):
        output.write(page.path, render(templates, page, site), page.origin)
        if page.indexed:
            addresses.append(page.path)
        if page.path in menu and page.crumbs:
            listed.append(page)
    for path, text in exports(catalogue):
        output.write(path, text, "the data of all records")
    output.write(PACKAGE, data_package(site.name), "the description of all data")
    output.write(library.INDEX, library.library_index(catalogue), "the index of projects")
    output.write(INDEX, search_index(catalogue, listed), "the search index")
    for path, data in assets():
        output.write(path, data, "the theme")
    if site.address:
        output.write("sitemap.xml", sitemap(addresses, site.address), "the list of all pages")
