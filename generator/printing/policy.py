"""The policy of every page: what a browser may load and run for it. It holds even where cleaning a text has failed.

Styles and scripts come from files of the site alone, so nothing inline runs, whoever has written it.
"""

from __future__ import annotations

from markupsafe import Markup

# Not every browser counts the files of a folder that is opened without a host as 'self'. Where there is a host, `file:`
# allows nothing: browsers load no file for its pages.
_OWN = "'self' file:"

POLICY = Markup(  # noqa: S704 - it has no character that ends an attribute in double quotes
    f"default-src 'none'; script-src {_OWN}; style-src {_OWN}; img-src 'self' data: file:; manifest-src {_OWN}; "
    f"base-uri {_OWN}; form-action {_OWN}"
)
POLICY_ELEMENT = Markup('<meta http-equiv="Content-Security-Policy" content="{}">').format(POLICY)
