"""Check the links of prose pages against the plan of the site, anchors included."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from generator.problems import Problem, in_order
from generator.publish.artefact import Artefact
from generator.recipes.project_folder import HANDBOOK
from generator.rules.material import Material, RenderedPage, anchors_in
from generator.rules.registry import rules_of_links, run_rules


def check_links(material: Material, artefacts: Collection[Artefact]) -> list[Problem]:
    """Check the links of the prose pages against the files that the site will have."""
    # What the handbook's pages link to, its host has looked at.
    pages = tuple(page for page in material.rendered if not page.source.startswith(f"{HANDBOOK}/"))
    paths = frozenset(artefact.path for artefact in artefacts)
    linked = replace(material, rendered=pages, paths=paths, anchors=_anchors(pages, artefacts))
    return in_order([*run_rules(linked, only=rules_of_links())])


def _anchors(pages: Collection[RenderedPage], artefacts: Collection[Artefact]) -> dict[str, frozenset[str]]:
    """Return the anchors of each page that a link with an anchor leads to; only those pages are made."""
    wanted = {link.path for page in pages for link in page.links() if link.anchor}
    made = {artefact.path: artefact.make for artefact in artefacts if artefact.path in wanted and _is_page(artefact)}
    return {path: anchors_in(make().decode("utf-8")) for path, make in made.items()}


def _is_page(artefact: Artefact) -> bool:
    return artefact.content in {"page", "unlisted page"}
