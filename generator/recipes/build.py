"""The recipe of a build: check, plan, compose, publish. Both doors call it.

Nothing is published unless everything is sound, and then the site is published whole. What has not changed since the
last build is taken over from it; where nothing has, nothing is done.
"""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from generator.publish.cache import FOLDER, Cache
from generator.publish.inventory import refuse_others
from generator.publish.staging import locked, stamp
from generator.recipes.build_options import BuildOptions, BuildResult
from generator.recipes.configuration import read_configuration, site_folder
from generator.recipes.inputs import inputs_digest
from generator.recipes.last_build import LastBuild
from generator.recipes.record_files import RecordSources, read_sources


def build(root: Path, options: BuildOptions) -> BuildResult:
    """Build a project's site and publish it.

    :raises Refusal: the configuration is wrong, or the site's folder or the cluster cannot be used.
    :raises OSError: the disk failed.
    """
    target = options.site.resolve() if options.site else site_folder(root, options.config)
    refuse_others(target)
    seen = stamp(target)
    cache = Cache(root / FOLDER if options.cache else None)
    last = LastBuild(cache, root, target)
    sources = read_sources(root)
    inputs = _inputs(sources, options, target)
    if stands := last.unchanged(inputs):
        return BuildResult(stands.records, [*stands.problems], target, len(stands.stamps))
    # What checks and makes pages is slow to import, and in vain where nothing has changed.
    from generator.recipes.publication import Publication  # noqa: PLC0415

    with closing(Publication(root, target, options, cache, last)) as publication:
        begun = publication.check(sources)
        if begun.is_refused:
            return BuildResult(begun.records, begun.result.problems, target)
        with locked(target, waiting=options.waiting, patience=options.patience):
            if stamp(target) != seen:
                # Another build has published meanwhile, perhaps from newer records than those read here.
                sources = read_sources(root)
                inputs, begun = _inputs(sources, options, target), publication.check(sources)
            return publication.publish(begun, sources, inputs)


def _inputs(sources: RecordSources, options: BuildOptions, target: Path) -> str:
    """Return a digest of all that a build reads, and its day; nothing where nobody will ask for it."""
    if not options.cache:
        return ""
    docs = read_configuration(sources.root, options.config).docs
    return f"{inputs_digest(sources, options.config, docs, target)} {options.today}"
