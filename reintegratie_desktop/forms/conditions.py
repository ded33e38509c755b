"""Conditions on answers: they decide which fields and steps are asked, and say on paper why one was not."""

from abc import ABC, abstractmethod
from collections.abc import Callable
from dataclasses import dataclass

from typing_extensions import override

from reintegratie_desktop.forms.context import Answers, Context, is_filled


class Condition(ABC):
    """Something that holds or not for a set of answers in a context."""

    @abstractmethod
    def holds(self, answers: Answers, context: Context) -> bool:
        """Tell whether the condition holds."""


@dataclass(frozen=True)
class Is(Condition):
    """The answer to `key` is one of `values`; for a multiple choice: one of them is chosen."""

    key: str
    values: tuple[object, ...]

    def __init__(self, key: str, *values: object) -> None:
        object.__setattr__(self, "key", key)
        object.__setattr__(self, "values", values)

    @override
    def holds(self, answers: Answers, context: Context) -> bool:
        value = answers.get(self.key)
        if isinstance(value, list):
            return any(item in self.values for item in value)
        return value in self.values


@dataclass(frozen=True)
class Filled(Condition):
    """The field `key` is filled in."""

    key: str

    @override
    def holds(self, answers: Answers, context: Context) -> bool:
        return is_filled(answers.get(self.key))


@dataclass(frozen=True)
class Known(Condition):
    """Another form of the case has an answer to `key`; with `values`: one of these, or at least one is chosen."""

    form: str
    key: str
    values: tuple[object, ...] = ()

    @override
    def holds(self, answers: Answers, context: Context) -> bool:
        value = context.get(self.form, self.key)
        if not self.values:
            return is_filled(value)
        return any(item in self.values for item in value) if isinstance(value, list) else value in self.values


@dataclass(frozen=True)
class Not(Condition):
    """The other condition does not hold."""

    condition: Condition

    @override
    def holds(self, answers: Answers, context: Context) -> bool:
        return not self.condition.holds(answers, context)


@dataclass(frozen=True)
class Every(Condition):
    """All conditions hold."""

    conditions: tuple[Condition, ...]

    def __init__(self, *conditions: Condition) -> None:
        object.__setattr__(self, "conditions", conditions)

    @override
    def holds(self, answers: Answers, context: Context) -> bool:
        return all(condition.holds(answers, context) for condition in self.conditions)


@dataclass(frozen=True)
class Some(Condition):
    """At least one condition holds."""

    conditions: tuple[Condition, ...]

    def __init__(self, *conditions: Condition) -> None:
        object.__setattr__(self, "conditions", conditions)

    @override
    def holds(self, answers: Answers, context: Context) -> bool:
        return any(condition.holds(answers, context) for condition in self.conditions)


@dataclass(frozen=True)
class Fact(Condition):
    """A named question about answers and context, for what the other conditions cannot say."""

    name: str
    test: Callable[[Answers, Context], bool]

    @override
    def holds(self, answers: Answers, context: Context) -> bool:
        return self.test(answers, context)
