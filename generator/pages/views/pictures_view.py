"""Pictures of records, ready to print: their variants, and what is said of them."""

from __future__ import annotations

from dataclasses import dataclass

from generator.catalogue.catalogue import Catalogue, derived
from generator.catalogue.names import name_of
from generator.catalogue.shown_pictures import ShownPicture, pictures_of
from generator.pictures.naming import height_in, shared_path, variant_path, widths_of
from generator.printing.page import ImageView
from generator.records.parse import Entry

# What a browser gets that knows no choice of widths.
_USUAL = 800


@dataclass(frozen=True, slots=True)
class VariantView:
    """One width of a picture: its path from the site's root, and the width in pixels."""

    path: str
    width: int


@dataclass(frozen=True, slots=True)
class PictureView:
    """A picture: what is seen in it, what stands below it, its variants from the smallest, and its usual size.

    ``tint`` is the colour that stands there while it loads, ``focus`` the part that stays in sight when it is cut.
    """

    alt: str
    caption: str
    credit: str
    variants: tuple[VariantView, ...]
    usual: VariantView
    height: int
    tint: str
    focus: str

    @property
    def is_tall(self) -> bool:
        """Return whether it stands upright; a whole width of such a picture would fill a screen."""
        return self.height > self.usual.width

    def told(self, root: str) -> list[str]:
        """Return what a script needs to print the picture as a page does: class, sources, size and words."""
        variants = ", ".join(f"{root}{own.path} {own.width}w" for own in self.variants)
        words = f"picture tint-{self.tint} focus-{self.focus}"
        return [words, f"{root}{self.usual.path}", variants, str(self.usual.width), str(self.height), self.alt]

    @property
    def largest(self) -> VariantView:
        """Return the widest variant."""
        return self.variants[-1]


@derived
def picture_views(catalogue: Catalogue, entry: Entry) -> tuple[PictureView, ...]:
    """Return the pictures of a record, the cover first."""
    name = name_of(catalogue, entry)
    return tuple(_view(shown, name) for shown in pictures_of(catalogue, entry))


def cover_view(catalogue: Catalogue, entry: Entry) -> PictureView | None:
    """Return a record's cover; None where it has none."""
    return next(iter(picture_views(catalogue, entry)), None)


def shared_image(catalogue: Catalogue, entry: Entry) -> ImageView | None:
    """Return the picture for those who share a record's page; None where it has no cover."""
    found = pictures_of(catalogue, entry)
    if not found:
        return None
    return ImageView(shared_path(found[0].facts, found[0].picture.focus), found[0].picture.alt or "")


def _view(shown: ShownPicture, name: str) -> PictureView:
    facts, said = shown.facts, shown.picture
    variants = tuple(VariantView(variant_path(facts, width), width) for width in widths_of(facts.width))
    usual = min(variants, key=lambda variant: abs(variant.width - _USUAL))
    return PictureView(
        alt=said.alt or name,
        caption=said.caption or "",
        credit=said.credit or "",
        variants=variants,
        usual=usual,
        height=height_in(facts, usual.width),
        tint=facts.tint,
        focus=said.focus.value,
    )
