"""The interview as a state machine, without a screen: where we are, what is next, what is done."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import Any

from reintegratie_desktop.forms.context import Context
from reintegratie_desktop.forms.fields import Computed, Field, Note
from reintegratie_desktop.forms.findings import Finding
from reintegratie_desktop.forms.flow import Flow, Step


class StepState(StrEnum):
    """How far a step is."""

    NEW = "new"
    """Never seen."""
    PARTIAL = "partial"
    """Seen, and something still misses."""
    EMPTY = "empty"
    """Seen, nothing has to be filled in, and nothing was."""
    DONE = "done"


@dataclass
class Wizard:
    """Walks one flow over one set of answers. Steps are never locked: any visible step can be opened at any time.

    Answers of steps that are hidden by a condition are kept, so that changing one's mind loses nothing.
    """

    flow: Flow
    context: Context
    answers: dict[str, Any] = field(default_factory=dict)
    current: str = ""
    visited: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        """Stand on the first step when the stored one is gone or hidden."""
        self._keep_on_visible_step()
        self.visited.add(self.current)

    @property
    def steps(self) -> tuple[Step, ...]:
        """Return the visible steps."""
        return self.flow.visible_steps(self.answers, self.context)

    @property
    def step(self) -> Step:
        """Return the current step."""
        return self.steps[self.index]

    @property
    def index(self) -> int:
        """Return the place of the current step among the visible ones, from 0."""
        return [step.key for step in self.steps].index(self.current)

    @property
    def is_first(self) -> bool:
        """Tell whether this is the first visible step."""
        return self.index == 0

    @property
    def is_last(self) -> bool:
        """Tell whether this is the last visible step."""
        return self.index == len(self.steps) - 1

    def answer(self, values: Mapping[str, Any]) -> None:
        """Take over answers. A change can show or hide steps; the current step is always a visible one."""
        unknown = set(values) - {field.key for field in self.flow.fields}
        if unknown:
            raise KeyError(", ".join(sorted(unknown)))
        self.answers.update(values)
        self._keep_on_visible_step()

    def go_to(self, step_key: str) -> None:
        """Open a visible step.

        Raises:
            KeyError: the step does not exist or is not shown with these answers.
        """
        if step_key not in [step.key for step in self.steps]:
            raise KeyError(step_key)
        self.current = step_key
        self.visited.add(step_key)

    def go_to_field(self, field_key: str) -> None:
        """Open the step that holds a field."""
        self.go_to(self.flow.step_of(field_key).key)

    def open_at(self, place: str = "") -> str:
        """Stand on a step, on the step of a place such as `verlof[1].van`, or where the first thing misses.

        A form that was not touched yet has only that step seen. Instead of a step that is not asked comes the one
        before it. Returns the place for the keyboard; "" is the first question of the step.

        Raises:
            KeyError: the form has no such step or field.
        """
        if not place:
            place = next((found.field for found in self.findings() if found.stops or found.is_open), self.current)
        if self.visited == {self.current} and self.answers == self._begun_with:
            self.visited.clear()
        key = place.split("[", 1)[0].split(".", 1)[0]
        is_step = any(step.key == place for step in self.flow.steps)
        step = place if is_step else self.flow.step_of(key).key
        self.current = step
        self._keep_on_visible_step()
        self.visited.add(self.current)
        is_there = not is_step and self.current == step and self.flow.field(key).is_asked(self.answers, self.context)
        return place if is_there else ""

    def next(self) -> None:
        """Go one step on; stay on the last."""
        if not self.is_last:
            self.go_to(self.steps[self.index + 1].key)

    def back(self) -> None:
        """Go one step back; stay on the first."""
        if not self.is_first:
            self.go_to(self.steps[self.index - 1].key)

    def findings(self) -> tuple[Finding, ...]:
        """Return all findings of the form."""
        return self.flow.findings(self.answers, self.context)

    def missing(self) -> tuple[Finding, ...]:
        """Return what stops finishing, in the order of the form."""
        return tuple(finding for finding in self.findings() if finding.stops)

    def state_of(self, step: Step, findings: tuple[Finding, ...] | None = None) -> StepState:
        """Tell how far a step is; pass `findings` to compute them once for all steps.

        A step is done when it holds an answer and nothing misses. What a new form starts with by itself counts once
        the user has gone on to another step.
        """
        if step.key not in self.visited:
            return StepState.NEW
        keys = {field.key for field in step.fields}
        found = self.findings() if findings is None else findings
        if any((finding.stops or finding.is_open) and finding.key in keys for finding in found):
            return StepState.PARTIAL
        asked = [field for field in step.fields if self._is_answerable(field)]
        given = [field for field in asked if not field.is_empty(self.answers.get(field.key))]
        if asked and not given:
            return StepState.EMPTY
        was_left = step.key != self.current or len(self.visited) > 1
        own = not asked or any(self.answers[field.key] != self._begun_with.get(field.key) for field in given)
        return StepState.DONE if own or was_left else StepState.PARTIAL

    def _is_answerable(self, declared: Field) -> bool:
        """Tell whether somebody is asked to fill in a field: it is not only there to read."""
        if declared.fixed or isinstance(declared, Note | Computed):
            return False
        return declared.is_asked(self.answers, self.context)

    @cached_property
    def _begun_with(self) -> dict[str, object]:
        """Return what a new form starts with."""
        return self.flow.start(self.context)[0]

    def _keep_on_visible_step(self) -> None:
        keys = [step.key for step in self.steps]
        if self.current in keys:
            return
        order = [step.key for step in self.flow.steps]
        if self.current in order:
            before = [key for key in keys if order.index(key) < order.index(self.current)]
            self.current = before[-1] if before else keys[0]
        else:
            self.current = keys[0]
        self.visited.add(self.current)
