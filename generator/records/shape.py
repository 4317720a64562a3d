"""Bring what staff typed into the one shape that a model declares.

In goes a tree as written, with Chinese or English keys and short forms; out comes a tree with English keys and
every short form spelled out, still with the line and column of each word, and the problems of keys. The rest of
the house only ever sees this shape.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping as Details
from dataclasses import dataclass, field

from generator.problems import Location, Phrase, Problem
from generator.reading.nodes import Mapping, Node, Pair, Path, Sequence, Text, is_empty, new_node
from generator.records.declared import FieldShape, fields_of, names_of
from generator.records.elsewhere import place_of_key
from generator.records.fields import Model
from generator.records.item_slips import ItemSlip, slip_of_item, word_list
from generator.records.likeness import likeness, nearest

# How alike an unknown key and a field must be for the field to be suggested; and for the key to be read as that field
# (nmae as name). Between the two it is read so only if the field is required and missing (地名 as 名称).
_PERHAPS, _SURELY = 0.5, 0.75
_ID_KEYS = ("id", "编号")
# What is left of 3,200余人次 in braces, where a comma parts fields.
_CUT_NUMBER = re.compile(r"\d{3}(?!\d)")
# More unknown keys than these in one group are one problem.
_MOST_UNKNOWN = 5


# What stands in place of an item of which nothing can be read, and that was reported.
_LEFT_OUT = Sequence((), 0, 0)


@dataclass(slots=True)
class Shaper:
    """Shapes the nodes of one file and gathers what is wrong with their keys."""

    path: str
    problems: list[Problem] = field(default_factory=list)

    def shape(self, node: Node, model: type[Model], at: Path = ()) -> Node:
        """Return the node in the model's shape; what cannot be shaped is left for the types to refuse."""
        if isinstance(node, Text) and not is_empty(node) and (model.from_text or model.from_pair):
            slip = None if node.quoted else slip_of_item(node.value, model)
            if slip:
                node = self._as_meant(node, slip, model)
            elif model.from_text:
                node = _spell_out(node, model.from_text(node.value))
        if isinstance(node, Mapping):
            names = names_of(model)
            for key, _ in node.pairs:
                if key.value not in names:
                    # A key that is no field's may be one half of a short form.
                    node = _spell_out_pair(self._parted(node), model)
                    break
            return self._mapping(node, model, at)
        return node

    def _parted(self, node: Mapping) -> Mapping:
        """Report ``{指标：服务人次，数值：3000人次}``, one key for YAML, and read the fields that were meant."""
        wrong = [pair.key for pair in node.pairs if "：" in pair.key.value and is_empty(pair.value)]
        if not wrong:
            return node
        name = wrong[0].value.partition("：")[0]
        place = wrong[0]._replace(value=name, column=wrong[0].column + len(name))
        self._report("full-width-colon", place, (), {"key": name})
        read = [pair for pair in node.pairs if pair.key not in wrong]
        for key in wrong:
            pairs = (part.partition("：") for part in re.split("[，,]", key.value))
            read += [Pair(key._replace(value=own.strip()), key._replace(value=rest.strip())) for own, _, rest in pairs]
        return node._replace(pairs=tuple(read))

    def _as_meant(self, text: Text, slip: ItemSlip, model: type[Model]) -> Node:
        """Report ``注册志愿者：4527人`` and read on as it was meant."""
        place = text._replace(value=slip.key, column=text.column + len(slip.key))
        self._report(slip.code, place, (), slip.details(text.value))
        value = text._replace(value=slip.value, column=text.column + slip.value_at)
        if slip.is_field:
            line = model.from_text(value.value) if model.from_text else {}
            if names_of(model)[slip.key] in line:
                # 名称：王伟（某队） is a line with the name of its first field before it.
                return _spell_out(value, line)
            needed = {shape.name for shape in fields_of(model).values() if shape.required}
            if needed - {names_of(model)[slip.key]}:
                # What else the group needs is not missing on this line's account.
                return _spell_out(value, line) if line else _LEFT_OUT
            return Mapping((Pair(text._replace(value=slip.key), value),), text.line, text.column)
        first, second = model.from_pair or ("", "")
        pairs = (
            Pair(text._replace(value=first), text._replace(value=slip.key)),
            Pair(value._replace(value=second), value),
        )
        return Mapping(pairs, text.line, text.column)

    def _mapping(self, node: Mapping, model: type[Model], at: Path) -> Mapping:
        names, shapes = names_of(model), fields_of(model)
        written = {names.get(key.value) for key, _ in node.pairs}
        pairs: dict[str, Pair] = {}
        typed: dict[str, str] = {}
        unknown = [key for key, _ in node.pairs if key.value not in names] if None in written else []
        if len(unknown) > _MOST_UNKNOWN:
            # A table was pasted, or a record of another sort: one cause.
            first = "、".join(key.value for key in unknown[:3])
            self._report("many-unknown-keys", unknown[0], at, {"count": str(len(unknown)), "first": first})
            node = node._replace(pairs=tuple(pair for pair in node.pairs if pair.key.value in names))
        for pair in node.pairs:
            key, held = pair
            name = names.get(key.value)
            if name is None or name == "id":
                name = self._field(key, model, at, written)
                if name is None:
                    continue
                written.add(name)
            if name in pairs:
                self._report("key-in-both-languages", key, at, {"key": key.value, "other": typed[name]})
                continue
            shape = shapes[name]
            is_single = isinstance(held, Text) and not (shape.many or shape.model)
            value = held if is_single else self._value(held, model, shape, (*at, name))
            is_shaped = value is held and key.value == name
            pairs[name] = pair if is_shaped else new_node(Pair, (Text(name, key.line, key.column), value))
            typed[name] = key.value
        return new_node(Mapping, (tuple(pairs.values()), node.line, node.column))

    def _field(self, key: Text, model: type[Model], at: Path, written: set[str | None]) -> str | None:
        """Return the field that a key names or, reported, the unwritten one that is surely meant."""
        if not at and key.value in _ID_KEYS:
            self._report("id-in-single-file", key, at, {})
            return None
        name = names_of(model).get(key.value)
        if name is not None:
            return name
        if _CUT_NUMBER.match(key.value):
            self._report("thousands-comma", key, at, {"rest": key.value})
            return None
        typed = unicodedata.normalize("NFKC", key.value).lower()
        known = [name for name in names_of(model) if at or name not in _ID_KEYS]
        guess = nearest(typed, known, _PERHAPS)
        self._report("unknown-key", key, at, _unknown_key(key.value, model, guess))
        meant = names_of(model).get(guess)
        if meant is None or meant in written:
            return None
        return meant if fields_of(model)[meant].required or likeness(typed, guess) >= _SURELY else None

    def _value(self, value: Node, model: type[Model], shape: FieldShape, at: Path) -> Node:
        if is_empty(value):
            return value
        if shape.many:
            return self._list(value, model.keyed.get(shape.name), shape.model, at)
        if shape.model:
            return self.shape(value, shape.model, at)
        return _keep_empty(value) if isinstance(value, Mapping) else value

    def _list(self, node: Node, keyed: tuple[str, str] | None, model: type[Model] | None, at: Path) -> Node:
        if keyed and isinstance(node, Text) and "：" in node.value:
            # 最美志愿者： with its names below is one text for YAML; nothing behind it can be told apart.
            key = node.value.partition("：")[0]
            spot = node._replace(value=key, column=node.column + len(key))
            self._report("full-width-colon", spot, at, {"key": key})
            return Sequence((), node.line, node.column)
        if keyed:
            node = self._without_groups(node, at) or _spell_out_keys(node, keyed, model)
        if model and _lacks_dashes(node, model):
            return node
        if isinstance(node, Text) and not node.quoted and len(parts := word_list(node.value)) > 1:
            self._report("word-list", node, at, {"first": parts[0], "count": str(len(parts))})
            node = Sequence(tuple(node._replace(value=part) for part in parts), node.line, node.column)
        items = node.items if isinstance(node, Sequence) else (node,)
        if model:
            shaped = (self.shape(item, model, (*at, index)) for index, item in enumerate(items))
            items = tuple(item for item in shaped if item is not _LEFT_OUT)
        return Sequence(items, node.line, node.column)

    def _without_groups(self, node: Node, at: Path) -> Node | None:
        """Report a list of winners that stand under no category, once; nothing of it can be read."""
        items = node.items if isinstance(node, Sequence) else ()
        first = next((item for item in items if isinstance(item, Text) and not is_empty(item)), None)
        if first is None:
            return None
        self._report("winners-without-category", first, at, {"first": first.value})
        return Sequence((), node.line, node.column)

    def _report(self, code: str, key: Text, at: Path, details: Details[str, str | Phrase]) -> None:
        location = Location(self.path, key.line, key.column)
        self.problems.append(Problem(code, location, dotted((*at, key.value)), details))


def _unknown_key(key: str, model: type[Model], guess: str) -> dict[str, str | Phrase]:
    """Return the details of the problem of an unknown key."""
    shapes = [shape for shape in fields_of(model).values() if shape.name != "id"]
    known, known_en = "、".join(shape.label for shape in shapes), ", ".join(shape.name for shape in shapes)
    hint = Phrase("", "") if guess else place_of_key(key, model)
    return {"key": key, "suggestion": guess, "known": known, "known_en": known_en, "hint": hint}


def plain(node: Node) -> object:
    """Return a shaped node as dicts, lists and texts; keys with nothing behind them are left out."""
    if isinstance(node, Text):
        return node.value
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    return {key.value: plain(value) for key, value in node.pairs if not is_empty(value)}


def dotted(path: Path) -> str:
    """Write a path as ``figures[0].value``."""
    text = ""
    for step in path:
        text += f"[{step}]" if isinstance(step, int) else f".{step}" if text else step
    return text


def _spell_out(text: Text, parts: dict[str, str]) -> Mapping:
    """Return the fields that a line was split into, each at its own word."""
    before = text.column + (1 if text.quoted else 0)
    spelled = (
        Pair(
            Text(key, text.line, text.column, text.quoted),
            Text(part, text.line, before + max(0, text.value.find(part)), quoted=True),
        )
        for key, part in parts.items()
    )
    return Mapping(tuple(spelled), text.line, text.column)


def _spell_out_pair(node: Mapping, model: type[Model]) -> Mapping:
    """Read ``{注册志愿者: 4527人}`` as a metric and a value, unless its only key is a field's own name."""
    if len(node.pairs) != 1 or model.from_pair is None or node.pairs[0].key.value in names_of(model):
        return node
    first, second = _named(model.from_pair, *node.pairs[0])
    if model.from_text and isinstance(second.value, Text):
        line = model.from_text(second.value.value)
        # 队长: 赵敏，2018年起 has a line behind its key, which says more than the second field.
        if len(line) > 1 and second.key.value in line and first.key.value not in line:
            return node._replace(pairs=(first, *_spell_out(second.value, line).pairs))
    return node._replace(pairs=(first, second))


def _named(names: tuple[str, str], key: Text, value: Node) -> tuple[Pair, Pair]:
    """Return a key and its value as two fields."""
    return Pair(key._replace(value=names[0]), key), Pair(key._replace(value=names[1]), value)


def _keep_empty(node: Mapping) -> Mapping:
    """Return words under keys of one's own choice (``accept``) with the missing ones as such, to be asked for."""
    pairs = (
        pair._replace(value=pair.key._replace(value="", quoted=True)) if is_empty(pair.value) else pair
        for pair in node.pairs
    )
    return node._replace(pairs=tuple(pairs))


def _lacks_dashes(node: Node, model: type[Model]) -> bool:
    """Tell several short forms written as one group (``注册志愿者: 3人`` twice without a dash), which are no list."""
    if not isinstance(node, Mapping) or model.from_pair is None or len(node.pairs) == 1:
        return False
    return not any(pair.key.value in names_of(model) for pair in node.pairs)


def _spell_out_keys(node: Node, keyed: tuple[str, str], model: type[Model] | None) -> Node:
    """Read ``{最美志愿者: [...]}`` as a list of groups, unless it is a group already."""
    if not isinstance(node, Mapping) or (model and all(pair.key.value in names_of(model) for pair in node.pairs)):
        return node
    groups = (Mapping(_named(keyed, key, value), key.line, key.column) for key, value in node.pairs)
    return Sequence(tuple(groups), node.line, node.column)
