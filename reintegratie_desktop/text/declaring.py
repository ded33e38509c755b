"""`dataclass`, `field`, `replace` and `override` that cost next to nothing where they are written.

Python's own `dataclass` writes and compiles six functions for each class, and that was a tenth of our start. Here the
classes share their functions, which read the names of the fields. What the type checker sees is Python's own, and so
is what `fields`, `replace`, `asdict` and `is_dataclass` find. Use it for what the first screen loads; for other code
Python's own is as good. A class of the one kind cannot inherit from the other.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dataclasses import dataclass, field, replace

    from typing_extensions import override
else:
    from collections.abc import Callable, Mapping
    from dataclasses import MISSING, Field, FrozenInstanceError, field, make_dataclass
    from operator import attrgetter
    from typing import Any, ClassVar, TypeVar, get_origin

    _Method = TypeVar("_Method")
    _SPEC = "__declared__"

    def override(method: _Method) -> _Method:
        """Say that a method stands in place of one above it; for the type checker."""
        return method

    class _Spec:
        """The fields of a class, in order: annotation, default (`MISSING`), and Python's own `Field` where given."""

        def __init__(self) -> None:
            self.annotations: dict[str, Any] = {}
            self.defaults: dict[str, Any] = {}
            self.given: dict[str, Field[Any]] = {}
            self.keyword_only: set[str] = set()

        def add(self, cls: type, name: str, annotation: object, *, kw_only: bool) -> None:
            """Add a field that stands in the class."""
            self.annotations[name] = annotation
            self.defaults.pop(name, None)
            self.given.pop(name, None)
            self.keyword_only.discard(name)
            found = cls.__dict__.get(name, MISSING)
            if isinstance(found, Field):
                self.given[name] = found
                kw_only = kw_only if found.kw_only is MISSING else found.kw_only
                found = found.default
                if found is MISSING:
                    delattr(cls, name)
                else:
                    setattr(cls, name, found)
            if found is not MISSING:
                self.defaults[name] = found
            if kw_only:
                self.keyword_only.add(name)

        def names(self, flag: str) -> tuple[str, ...]:
            """Return the names of the fields that take part in `repr` or `compare`."""
            return tuple(name for name in self.annotations if name not in self.given or getattr(self.given[name], flag))

    class _Fields:
        """What Python's own functions for dataclasses ask for; made when somebody asks."""

        def __get__(self, instance: object, owner: type) -> dict[str, Field[Any]]:
            spec = getattr(owner, _SPEC)
            declared = []
            for name, annotation in spec.annotations.items():
                given = spec.given.get(name)
                factory = MISSING if given is None else given.default_factory
                flags = {} if given is None else {"compare": given.compare, "repr": given.repr}
                if name in spec.defaults:
                    flags["default"] = spec.defaults[name]
                elif factory is not MISSING:
                    flags["default_factory"] = factory
                declared.append((name, annotation, field(kw_only=name in spec.keyword_only, **flags)))
            made = make_dataclass(
                owner.__name__, declared, namespace={"__doc__": owner.__doc__}, init=False, repr=False, eq=False
            )
            owner.__dataclass_fields__ = made.__dataclass_fields__
            return owner.__dataclass_fields__

    def dataclass(
        cls: type | None = None,
        *,
        frozen: bool = False,
        order: bool = False,
        kw_only: bool = False,
        repr: bool = True,  # noqa: A002 - named as Python names it
    ) -> Any:  # noqa: ANN401 - the type checker sees Python's own
        """Make a class of values from its annotations, as Python's own `dataclass` does."""
        if cls is None:
            return lambda given: _declare(given, frozen=frozen, order=order, kw_only=kw_only, show=repr)
        return _declare(cls, frozen=frozen, order=order, kw_only=kw_only, show=repr)

    def _declare(cls: type, *, frozen: bool, order: bool, kw_only: bool, show: bool) -> type:
        spec = _Spec()
        for base in reversed(cls.__mro__[1:]):
            known = base.__dict__.get(_SPEC)
            if known is not None:
                spec.annotations.update(known.annotations)
                spec.defaults.update(known.defaults)
                spec.given.update(known.given)
                spec.keyword_only |= known.keyword_only
            elif "__dataclass_fields__" in base.__dict__:
                raise TypeError(f"{cls.__name__} inherits from a dataclass of Python's own")
        for name, annotation in vars(cls).get("__annotations__", {}).items():
            if get_origin(annotation) is not ClassVar:
                spec.add(cls, name, annotation, kw_only=kw_only)
        methods: dict[str, Any] = {"__init__": _init_for(cls, spec), "__match_args__": _positional(spec)}
        values = _values_of(spec.names("compare"))
        if show:
            methods["__repr__"] = _repr_for(spec.names("repr"))
        methods["__eq__"] = _comparing(values, lambda mine, other: mine == other)
        if order:
            methods["__lt__"] = _comparing(values, lambda mine, other: mine < other)
            methods["__le__"] = _comparing(values, lambda mine, other: mine <= other)
            methods["__gt__"] = _comparing(values, lambda mine, other: mine > other)
            methods["__ge__"] = _comparing(values, lambda mine, other: mine >= other)
        for name, method in methods.items():
            if name not in cls.__dict__:
                setattr(cls, name, method)
        if cls.__dict__.get("__hash__") is None:
            cls.__hash__ = (lambda self: hash(values(self))) if frozen else None
        if frozen:
            cls.__setattr__, cls.__delattr__ = _refuse_set, _refuse_delete
        setattr(cls, _SPEC, spec)
        cls.__dataclass_fields__ = _Fields()
        return cls

    def _positional(spec: _Spec) -> tuple[str, ...]:
        return tuple(name for name in spec.annotations if name not in spec.keyword_only)

    def _init_for(cls: type, spec: _Spec) -> Callable[..., None]:
        positional, defaults = _positional(spec), spec.defaults
        names, count = frozenset(spec.annotations), len(spec.annotations)
        factories = tuple(
            (name, given.default_factory) for name, given in spec.given.items() if given.default_factory is not MISSING
        )
        then = getattr(cls, "__post_init__", None)

        def __init__(self: Any, /, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401, N807
            values = self.__dict__
            values.update(defaults)
            if args:
                values.update(zip(positional, args, strict=False))
            values.update(kwargs)
            for name, make in factories:
                if name not in values:
                    values[name] = make()
            is_right = len(values) == count and len(args) <= len(positional)
            if is_right and kwargs:
                twice = args and not kwargs.keys().isdisjoint(positional[: len(args)])
                is_right = not twice and names.issuperset(kwargs)
            if not is_right:
                raise TypeError(_complaint(cls, positional, names - values.keys(), args, kwargs))
            if then is not None:
                self.__post_init__()

        return __init__

    def _complaint(
        cls: type,
        positional: tuple[str, ...],
        missing: frozenset[str],
        args: tuple[Any, ...],
        kwargs: Mapping[str, Any],
    ) -> str:
        twice = sorted(set(kwargs) & set(positional[: len(args)]))
        unknown = sorted(set(kwargs) - set(getattr(cls, _SPEC).annotations))
        return (
            f"{cls.__qualname__}() takes {len(positional)} values by place and got {len(args)}; "
            f"missing: {sorted(missing)}, given twice: {twice}, unknown: {unknown}"
        )

    def _values_of(names: tuple[str, ...]) -> Callable[[Any], Any]:
        if len(names) > 1:
            return attrgetter(*names)
        return lambda self: tuple(getattr(self, name) for name in names)

    def _comparing(values: Callable[[Any], Any], compare: Callable[[Any, Any], bool]) -> Callable[[Any, Any], Any]:
        def method(self: object, other: object) -> Any:  # noqa: ANN401
            if other.__class__ is not self.__class__:
                return NotImplemented
            return compare(values(self), values(other))

        return method

    def _repr_for(names: tuple[str, ...]) -> Callable[[Any], str]:
        def __repr__(self: Any) -> str:  # noqa: ANN401, N807
            shown = ", ".join(f"{name}={getattr(self, name)!r}" for name in names)
            return f"{type(self).__qualname__}({shown})"

        return __repr__

    def replace(value: Any, /, **changes: Any) -> Any:  # noqa: ANN401
        """Return a value of the same class with some fields changed."""
        return type(value)(**{name: getattr(value, name) for name in getattr(value, _SPEC).annotations} | changes)

    def _refuse_set(_self: object, name: str, _value: object) -> None:
        raise FrozenInstanceError(f"cannot assign to field {name!r}")

    def _refuse_delete(_self: object, name: str) -> None:
        raise FrozenInstanceError(f"cannot delete field {name!r}")


__all__ = ["dataclass", "field", "override", "replace"]
