"""Schedules: how the learning rate changes from step to step. One file a kind."""

from typing import TYPE_CHECKING

from neurarium.spec.kinds import discover, union_of
from neurarium.spec.schedules.base import Schedule

SCHEDULES: dict[str, type[Schedule]] = discover(__name__, Schedule)

if TYPE_CHECKING:
    AnySchedule = Schedule
else:
    AnySchedule = union_of(SCHEDULES)

__all__ = ["SCHEDULES", "AnySchedule", "Schedule"]
