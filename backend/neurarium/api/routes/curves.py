"""Curves to look at before anything is trained: an activation's, and the learning rate's over a run."""

from fastapi import APIRouter

from neurarium.api.models import ErrorBody
from neurarium.probes.activation_curve import ActivationCurve, CurveRequest, measure_curve
from neurarium.training.schedule_curve import ScheduleCurve, ScheduleRequest, schedule_curve

router = APIRouter(prefix="/api", responses={422: {"model": ErrorBody}})

# Plain functions: they run in a thread, and a few milliseconds of numpy hold nobody up.


@router.post("/activations/curve")
def activation_curve(body: CurveRequest) -> ActivationCurve:
    """Run an activation of the scratch engine over a grid, and return its outputs and derivatives."""
    return measure_curve(body)


@router.post("/schedules/curve")
def learning_rates(body: ScheduleRequest) -> ScheduleCurve:
    """Return the learning rate over a whole run, from the schedule that training asks."""
    return schedule_curve(body)
