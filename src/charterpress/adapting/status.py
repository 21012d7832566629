"""Say in plain words what became of an adaptation since the charter that it adapts has moved on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from charterpress.adapting.differences import LEGEND, NOT_THERE, NOTHING, TAKEN_OUT, marked, parts_of
from charterpress.content.adaptation.comparison import ChangedText, Compared, ComparedOrder, State
from charterpress.content.adaptation.conflicts import last_day
from charterpress.content.adaptation.resolve import Adapted
from charterpress.content.adaptation.versions import is_older
from charterpress.content.adaptation.work import key_of
from charterpress.content.model.charter import Commitment
from charterpress.content.yamlfile import Pointer

_FOLLOWS = {State.FOLLOWED: "changed", State.NEW: "new", State.GONE: "taken out"}
_OURS = {State.OURS: "changed", State.ADDED: "added", State.REMOVED: "taken out"}

Either = Compared | ComparedOrder


@dataclass(frozen=True)
class Standing:
    """Hold an adaptation with the last day for decisions about it, None where there is none, and today."""

    adapted: Adapted
    day: date | None
    today: date

    @property
    def late(self) -> bool:
        """Tell whether the time to decide is over."""
        return self.day is None or self.today > self.day

    def line(self, one: Either) -> int | None:
        """Return the line of our change to something, in the file of the adaptation."""
        if one.change is None:
            return None
        key = key_of(self.adapted.adaptation.changes[one.change])
        return self.line_at(("changes", one.change, key))

    def line_at(self, place: Pointer) -> int | None:
        """Return the line of something in the file of the adaptation."""
        return self.adapted.adaptation_file.place(place).line


def standing(adapted: Adapted, grace_days: int, today: date) -> Standing:
    """Return how an adaptation stands on a day, where decisions may wait for so many days."""
    return Standing(adapted, last_day(adapted, grace_days), today)


def render_status(one: Standing) -> str:
    """Return the three-way view of an adaptation as lines of text."""
    return "\n".join(_lines(one))


def render_conflict(one: Standing, conflict: Either) -> str:
    """Return one conflict in its three versions as lines of text."""
    return "\n".join(_entry(conflict, one))


def _lines(one: Standing) -> Iterator[str]:
    adapted, comparison = one.adapted, one.adapted.comparison
    now = f"is at version {comparison.version} now" if comparison.moved else "has no newer version"
    if is_older(comparison.version, comparison.base_version):
        now = f"is at version {comparison.version} here, which is older"
    elif not comparison.moved and comparison.changed:
        now = "has the same version, and other promises than your copy of it"
    yield f"{adapted.adaptation.id}: adapts '{comparison.source}' at version {comparison.base_version}; that {now}."
    yield from _time(one)
    everything: tuple[Either, ...] = (*comparison.commitments, *comparison.orders)
    both = [each for each in everything if each.state is State.CONFLICT]
    alone = [each for each in everything if each.state in _OURS]
    follows = [each for each in comparison.commitments if each.state in _FOLLOWS]
    if both or alone or follows or comparison.others:
        yield from ("", LEGEND)
    open_ones = [each for each in both if not each.decided]
    yield from _section("Needs a decision", open_ones, one)
    yield from _section(f"Decided for version {comparison.version}", [each for each in both if each.decided], one)
    yield from _section("You changed, and they did not", alone, one)
    yield from _section("They changed, and it follows by itself", follows, one)
    yield from _others(one)
    same = sum(1 for each in comparison.commitments if each.state is State.SAME)
    yield from ("", f"Changed by nobody: {same} {'promise' if same == 1 else 'promises'}.")


def _time(one: Standing) -> Iterator[str]:
    yield from _decisions(one)
    own = [text.context for text, _ in one.adapted.comparison.own_texts]
    if own:
        yield f"They also changed texts of which you have your own: {', '.join(own)}. Look at yours again."


def _decisions(one: Standing) -> Iterator[str]:
    identifier, number = one.adapted.adaptation.id, len(one.adapted.comparison.conflicts)
    command = f"'charterpress adapt update {identifier}'"
    if not number:
        moved = one.adapted.comparison.moved
        yield f"Nothing needs a decision. {command} writes that version." if moved else "Nothing needs a decision."
        return
    needs = "1 decision is needed" if number == 1 else f"{number} decisions are needed"
    if one.late:
        last = f": the last day was {one.day}" if one.day is not None else ""
        yield f"{needs}, and the time for it is over{last}. Until all is decided, no build publishes anything."
    else:
        yield f"{needs} by {one.day}; until then your words stand. After that day no build publishes anything"
        yield "until all is decided."
    yield f"{command} asks for each."


def _section(title: str, entries: Sequence[Either], one: Standing) -> Iterator[str]:
    if not entries:
        return
    yield from ("", f"{title} ({len(entries)})")
    for entry in entries:
        yield from _entry(entry, one)


def _entry(entry: Either, one: Standing) -> Iterator[str]:
    line = one.line(entry)
    where = f" (line {line})" if line is not None else ""
    yield f"  {entry.id}{where}: {_what(entry)}"
    yield from _sides(entry)


def _what(entry: Either) -> str:
    if entry.state is State.CONFLICT:
        return entry.reason.value if entry.reason is not None else "both sides changed it"
    if isinstance(entry, ComparedOrder):
        return "order changed"
    return _FOLLOWS.get(entry.state) or _OURS[entry.state]


def _sides(entry: Either) -> Iterator[str]:
    """Yield the parts in which the versions differ, each as it was, as they have it and as we have it."""
    if isinstance(entry, ComparedOrder):
        yield f"    before  {', '.join(entry.base)}"
        yield f"    theirs  {', '.join(entry.theirs) if entry.theirs != entry.base else 'as before'}"
        yield f"    yours   {', '.join(entry.ours)}"
        return
    before, theirs, ours = parts_of(entry.base), parts_of(entry.theirs), parts_of(entry.ours)
    for name in dict.fromkeys((*before, *theirs, *ours)):
        old, new, own = before.get(name, ""), theirs.get(name, ""), ours.get(name, "")
        if not old == new == own:
            yield f"    {name}"
            yield f"      before  {old or (NOT_THERE if entry.base is None else NOTHING)}"
            yield _side("theirs", entry.base, entry.theirs, name)
            if entry.state not in _FOLLOWS:
                yield _side("yours", entry.base, entry.ours, name)


def _side(whose: str, base: Commitment | None, side: Commitment | None, name: str) -> str:
    """Return a part as one side has it; words are marked only where there were some before."""
    before, after = parts_of(base).get(name, ""), parts_of(side).get(name, "")
    if side is None:
        words = NOT_THERE if base is None else TAKEN_OUT
    elif base is None:
        words = after or NOTHING
    else:
        words = marked(before, after) if before != after else "as before"
    return f"      {whose:6}  {words}"


def _others(one: Standing) -> Iterator[str]:
    """Yield what they changed outside of promises: first what stays as we have it, then what follows."""
    comparison = one.adapted.comparison
    own = comparison.own_texts
    if own:
        yield from ("", f"They changed, and yours stays, since you have your own ({len(own)})")
        for text, place in own:
            yield f"  {text.context} (line {one.line_at(place)})"
            yield from _versions(text)
            yield f"      yours   {_compared(text.base, text.ours, NOTHING)}"
        yield "  To have theirs, take your lines out, or write their words there."
    following = [text for text in comparison.others if text.own is None]
    if following:
        yield from ("", "Other texts that they changed; they follow by themselves")
        for text in following:
            yield f"  {text.context}"
            yield from _versions(text)
    if comparison.also:
        yield from ("", f"Also changed, and taken over: {', '.join(comparison.also)}.")


def _versions(text: ChangedText) -> Iterator[str]:
    yield f"      before  {' '.join(text.base.split()) or NOT_THERE}"
    yield f"      theirs  {_compared(text.base, text.theirs, TAKEN_OUT)}"


def _compared(base: str, side: str, nothing: str) -> str:
    """Return a text on one line, with the marks of what changed in it where there was one before."""
    before, after = (" ".join(words.split()) for words in (base, side))
    if not after:
        return nothing
    return "as before" if before == after else marked(before, after) if before else after
