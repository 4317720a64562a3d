"""Bring what staff typed into the one shape that a model declares.

In goes a tree as written, with Chinese or English keys and short forms; out comes a tree with English keys and
every short form spelled out, still with the line and column of each word, and the problems of keys. The rest of
the house only ever sees this shape.
"""

from __future__ import annotations

import difflib
import unicodedata
from collections.abc import Mapping as Details
from dataclasses import dataclass, field

from generator.problems import Location, Problem, Words
from generator.reading.nodes import Mapping, Node, Pair, Path, Sequence, Text
from generator.records.fields import Model
from generator.records.structure import FieldShape, fields_of, names_of

# nmae is surely name; 地名 may be 名称, and is where that is needed and missing.
_SURELY = 0.75


@dataclass(slots=True)
class Shaper:
    """Shapes the nodes of one file and gathers what is wrong with their keys."""

    path: str
    problems: list[Problem] = field(default_factory=list)

    def shape(self, node: Node, model: type[Model], at: Path = ()) -> Node:
        """Return the node in the model's shape; what cannot be shaped is left for the types to refuse."""
        if isinstance(node, Text) and model.from_text and not node.is_empty:
            node = _spell_out(node, model.from_text(node.value))
        elif isinstance(node, Text) and model.from_pair and "：" in node.value:
            node = self._mend_colon(node, model.from_pair)
        if isinstance(node, Mapping) and model.from_pair:
            node = _spell_out_pair(node, model)
        if not isinstance(node, Mapping):
            return node
        return self._mapping(node, model, at)

    def _mend_colon(self, text: Text, fields: tuple[str, str]) -> Mapping:
        """Report ``注册志愿者：4527人`` and read on as if its colon were the right one."""
        key, _, value = text.value.partition("：")
        place = text._replace(column=text.column + len(key))
        self._report("full-width-colon", place._replace(value=key), (), {"key": key})
        first = Pair(text._replace(value=fields[0]), text._replace(value=key))
        second = Pair(place._replace(value=fields[1]), place._replace(value=value, column=place.column + 1))
        return Mapping((first, second), text.line, text.column)

    def _mapping(self, node: Mapping, model: type[Model], at: Path) -> Mapping:
        pairs: dict[str, Pair] = {}
        spellings, shapes = names_of(model), fields_of(model)
        for pair in node.pairs:
            key, value = pair
            name = spellings.get(key.value)
            if name is None or (name == "id" and not at):
                name = self._unknown(key, model, at, {*pairs, *(spellings.get(own.key.value) for own in node.pairs)})
                if name is None:
                    continue
            if name in pairs:
                first = next(own.key for own in node.pairs if own.key[1:3] == pairs[name].key[1:3])
                self._report("key-in-both-languages", key, at, {"key": key.value, "other": first.value})
                continue
            shape = shapes[name]
            if isinstance(value, Mapping) and not (shape.many or shape.model):
                value = _keep_empty(value)
            if (shape.many or shape.model) and not (isinstance(value, Text) and value.is_empty):
                value = self._value(value, model, shape, (*at, name))
            is_shaped = key.value == name and value is pair.value
            pairs[name] = pair if is_shaped else Pair(Text(name, key.line, key.column), value)
        return Mapping(tuple(pairs.values()), node.line, node.column)

    def _value(self, node: Node, model: type[Model], shape: FieldShape, at: Path) -> Node:
        if shape.many:
            keyed = model.keyed.get(shape.name)
            if keyed and isinstance(node, Text) and "：" in node.value:
                # 最美志愿者： with its names below is one text for YAML; nothing behind it can be told apart.
                key = node.value.partition("：")[0]
                spot = node._replace(value=key, column=node.column + len(key))
                self._report("full-width-colon", spot, at, {"key": key})
                return Sequence((), node.line, node.column)
            node = _spell_out_keys(node, keyed, shape.model) if keyed else node
            if shape.model and _lacks_dashes(node, shape.model):
                return node
            if not isinstance(node, Sequence):
                node = Sequence((node,), node.line, node.column)
            if shape.model is None:
                return node
            inner = shape.model
            items = tuple(self.shape(item, inner, (*at, index)) for index, item in enumerate(node.items))
            return node._replace(items=items)
        return self.shape(node, shape.model, at) if shape.model else node

    def _unknown(self, key: Text, model: type[Model], at: Path, written: set[str | None]) -> str | None:
        """Report an unknown key; return the field that is surely meant, and not written otherwise, to read on with."""
        if key.value in {"id", "编号"} and not at:
            self._report("id-in-single-file", key, at, {})
            return None
        known = [name for name in names_of(model) if at or name not in {"id", "编号"}]
        typed = unicodedata.normalize("NFKC", key.value).lower()
        near = difflib.get_close_matches(typed, known, n=1, cutoff=0.5)
        label = (model.__doc__ or "").splitlines()[0].rstrip(".")
        details = {
            "key": key.value,
            "suggestion": near[0] if near else "",
            "known": "、".join(shape.label for shape in fields_of(model).values() if shape.name != "id"),
            "known_en": ", ".join(name for name in fields_of(model) if name != "id"),
            "model": label,
        }
        self._report("unknown-key", key, at, details)
        meant = names_of(model)[near[0]] if near else None
        if meant is None or meant in written:
            return None
        is_close = difflib.SequenceMatcher(None, typed, near[0]).ratio() >= _SURELY
        return meant if is_close or fields_of(model)[meant].required else None

    def _report(self, code: str, key: Text, at: Path, details: Details[str, str | Words]) -> None:
        location = Location(self.path, key.line, key.column)
        self.problems.append(Problem(code, location, dotted((*at, key.value)), details))


def plain(node: Node) -> object:
    """Return a shaped node as dicts, lists and texts; keys with nothing behind them are left out."""
    if isinstance(node, Text):
        return node.value
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    return {
        pair.key.value: plain(pair.value)
        for pair in node.pairs
        if not (isinstance(pair.value, Text) and pair.value.is_empty)
    }


def dotted(path: Path) -> str:
    """Write a path as ``figures[0].value``."""
    text = ""
    for step in path:
        text += f"[{step}]" if isinstance(step, int) else f".{step}" if text else step
    return text


def _spell_out(text: Text, parts: dict[str, str]) -> Mapping:
    _, line, column, quoted = text
    pairs = [
        Pair(Text(key, line, column, quoted), Text(value, line, column, quoted=True)) for key, value in parts.items()
    ]
    return Mapping(tuple(pairs), line, column)


def _spell_out_pair(node: Mapping, model: type[Model]) -> Mapping:
    """Read ``{注册志愿者: 4527人}`` as a metric and a value, unless its only key is a field's own name."""
    if len(node.pairs) != 1 or model.from_pair is None or node.pairs[0].key.value in names_of(model):
        return node
    key, value = node.pairs[0].key, node.pairs[0].value
    first, second = model.from_pair
    return node._replace(pairs=(Pair(key._replace(value=first), key), Pair(key._replace(value=second), value)))


def _keep_empty(node: Mapping) -> Mapping:
    """Return words under keys of one's own choice (``accept``) with the missing ones as such, to be asked for."""
    pairs = [
        Pair(key, key._replace(value="", quoted=True))
        if isinstance(value, Text) and value.is_empty
        else Pair(key, value)
        for key, value in node.pairs
    ]
    return node._replace(pairs=tuple(pairs))


def _lacks_dashes(node: Node, model: type[Model]) -> bool:
    """Tell several short forms written as one group (``注册志愿者: 3人`` twice without a dash), which are no list."""
    if not isinstance(node, Mapping) or model.from_pair is None or len(node.pairs) == 1:
        return False
    return not any(pair.key.value in names_of(model) for pair in node.pairs)


def _spell_out_keys(node: Node, keyed: tuple[str, str], model: type[Model] | None) -> Node:
    """Read ``{最美志愿者: [...]}`` as a list of groups, unless it is a group already."""
    if not isinstance(node, Mapping):
        return node
    if model and all(pair.key.value in names_of(model) for pair in node.pairs):
        return node
    first, second = keyed
    groups = tuple(
        Mapping(
            (Pair(pair.key._replace(value=first), pair.key), Pair(pair.key._replace(value=second), pair.value)),
            pair.key.line,
            pair.key.column,
        )
        for pair in node.pairs
    )
    return Sequence(groups, node.line, node.column)
