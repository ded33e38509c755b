"""Our value classes do what those of Python do; these tests hold the two side by side."""

import builtins
import copy
import dataclasses
import pickle
from collections.abc import Callable
from dataclasses import FrozenInstanceError, asdict, fields, is_dataclass
from typing import Any, ClassVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reintegratie_desktop.text import declaring
from reintegratie_desktop.text.declaring import override

Maker = Callable[..., Any]
OURS: Maker = declaring.dataclass
PYTHONS: Maker = dataclasses.dataclass


def point(dataclass: Maker) -> Any:
    @dataclass(frozen=True, order=True)
    class Point:
        """A place."""

        KIND: ClassVar[str] = "plek"
        x: int
        y: int = 0
        words: tuple[str, ...] = ()
        tags: list[str] = dataclasses.field(default_factory=list, compare=False)
        secret: str = dataclasses.field(default="", repr=False)

        def far(self) -> bool:
            return self.x > 10

    return Point


def keyed(dataclass: Maker) -> Any:
    @dataclass(kw_only=True)
    class Keyed:
        """Named only."""

        name: str
        size: int = 3

        def __post_init__(self) -> None:
            self.size += 1

    return Keyed


@pytest.mark.parametrize("dataclass", [OURS, PYTHONS])
def test_a_value_is_made_shown_and_compared(dataclass: Maker) -> None:
    kind = point(dataclass)
    one = kind(1, words=("a",), tags=["t"])
    assert (one.x, one.y, one.words, one.tags, one.secret) == (1, 0, ("a",), ["t"], "")
    assert repr(one) == f"{kind.__qualname__}(x=1, y=0, words=('a',), tags=['t'])"
    assert one == kind(1, 0, ("a",)), "tags take no part"
    assert one != kind(1, 1, ("a",))
    assert one != (1, 0, ("a",), "")
    assert hash(one) == hash(kind(1, 0, ("a",)))
    assert kind(1) < kind(2) <= kind(2) and kind(3) > kind(2) >= kind(2)
    with pytest.raises(TypeError):
        assert kind(1) < 3
    assert kind(1).tags is not kind(1).tags
    assert kind.KIND == "plek"
    assert kind.__match_args__ == ("x", "y", "words", "tags", "secret")
    assert kind(11).far()


@pytest.mark.parametrize("dataclass", [OURS, PYTHONS])
def test_a_frozen_value_stays_what_it_is(dataclass: Maker) -> None:
    one = point(dataclass)(1)
    with pytest.raises(FrozenInstanceError, match="assign to field 'x'"):
        one.x = 2
    with pytest.raises(FrozenInstanceError, match="delete field 'x'"):
        del one.x
    changed = dataclasses.replace(one, x=5)
    assert (changed.x, one.x) == (5, 1)


@pytest.mark.parametrize("dataclass", [OURS, PYTHONS])
@pytest.mark.parametrize(
    ("args", "kwargs"), [((), {}), ((1, 2, (), [], "", 6), {}), ((1,), {"x": 2}), ((1,), {"z": 2}), ((), {"y": 2})]
)
def test_wrong_values_are_refused(dataclass: Maker, args: tuple[Any, ...], kwargs: dict[str, Any]) -> None:
    with pytest.raises(TypeError):
        point(dataclass)(*args, **kwargs)


@pytest.mark.parametrize("dataclass", [OURS, PYTHONS])
def test_a_value_that_can_change_has_no_hash(dataclass: Maker) -> None:
    kind = keyed(dataclass)
    one = kind(name="a")
    assert one.size == 4
    one.size = 9
    assert one == kind(name="a", size=8)
    with pytest.raises(TypeError):
        hash(one)
    with pytest.raises(TypeError):
        kind("a")
    assert kind.__match_args__ == ()


def test_pythons_own_functions_know_our_classes() -> None:
    ours, pythons = point(OURS), point(PYTHONS)
    assert is_dataclass(ours)
    assert [(field.name, field.type, field.default, field.compare, field.repr) for field in fields(ours)] == [
        (field.name, field.type, field.default, field.compare, field.repr) for field in fields(pythons)
    ]
    assert [field.kw_only for field in fields(keyed(OURS))] == [True, True]
    assert fields(ours)[3].default_factory is list
    one = ours(1, tags=["t"])
    assert asdict(one) == asdict(pythons(1, tags=["t"]))
    assert declaring.replace(one, y=7) == dataclasses.replace(one, y=7) == ours(1, 7)
    assert copy.copy(one) == copy.deepcopy(one) == one


@declaring.dataclass
class Base:
    """The first."""

    a: int = 1


@declaring.dataclass
class Child(Base):
    """The second."""

    b: str = "b"
    a: int = 2


def test_a_class_takes_the_fields_of_the_one_above_it() -> None:
    assert (Base().a, Child().a, Child(3, "c").b) == (1, 2, "c")
    assert repr(Child()) == "Child(a=2, b='b')"
    assert Child() != Base(2)
    assert pickle.loads(pickle.dumps(Child(4))) == Child(4)


def test_the_two_kinds_do_not_mix() -> None:
    with pytest.raises(TypeError, match="Python's own"):
        OURS(type("Wrong", (point(PYTHONS),), {}))


def test_what_a_class_says_itself_stays() -> None:
    class Spoken:
        """With a voice of its own."""

        a: int

        def __repr__(self) -> str:
            return "hoi"

        def __hash__(self) -> int:
            return 7

        @override
        def __eq__(self, other: object) -> bool:
            return True

    made: Any = OURS(Spoken)
    assert (repr(made(1)), hash(made(1)), made(1) == 3) == ("hoi", 7, True)
    quiet: Any = OURS(repr=False)(type("Quiet", (), {"__annotations__": {"a": int}}))
    assert "Quiet object" in repr(quiet(1))
    empty: Any = OURS(type("Empty", (), {}))
    assert empty() == empty()


@given(st.integers(), st.integers(), st.text(max_size=5))
def test_both_kinds_agree_on_equality_and_order(x: int, y: int, secret: str) -> None:
    ours, pythons = point(OURS), point(PYTHONS)
    for first, second in (((x, y), (y, x)), ((x, y), (x, y))):
        assert (ours(*first) == ours(*second)) == (pythons(*first) == pythons(*second))
        assert (ours(*first) < ours(*second)) == (pythons(*first) < pythons(*second))
    assert hash(ours(x, secret=secret)) == hash(pythons(x, secret=secret))


def test_nothing_is_compiled_where_a_class_stands(monkeypatch: pytest.MonkeyPatch) -> None:
    """That is what it is for."""
    compiled: list[object] = []
    real = builtins.exec

    def count(*args: Any, **kwargs: Any) -> None:
        compiled.append(args)
        real(*args, **kwargs)

    monkeypatch.setattr(builtins, "exec", count)
    point(OURS)(1)
    assert compiled == []
    point(PYTHONS)
    assert compiled
