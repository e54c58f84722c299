"""Order, shapes, parameters and cost of a network; one implementation, used by everyone."""

from neurarium.graph.check import CheckedNode, NetworkCheck, check_network
from neurarium.graph.frozen import frozen_nodes
from neurarium.graph.limits import Limits, check_limits
from neurarium.graph.memory import Memory, network_memory
from neurarium.graph.order import INPUT
from neurarium.graph.plan import Inspection, Plan, PlannedNode, inspect, plan, plan_for
from neurarium.graph.reading import PARTS
from neurarium.graph.weights import WeightsMatch, compare_weights, match_weights, weights_error

__all__ = [
    "INPUT",
    "PARTS",
    "CheckedNode",
    "Inspection",
    "Limits",
    "Memory",
    "NetworkCheck",
    "Plan",
    "PlannedNode",
    "WeightsMatch",
    "check_limits",
    "check_network",
    "compare_weights",
    "frozen_nodes",
    "inspect",
    "match_weights",
    "network_memory",
    "plan",
    "plan_for",
    "weights_error",
]
