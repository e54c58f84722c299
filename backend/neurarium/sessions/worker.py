"""The process of one run or task: dials the server, is told what to do, does it, and ends when the link does.

Started as ``python -m neurarium.sessions.worker``; address and token come in its environment.
"""

import os
import signal
import sys
import traceback

from neurarium.sessions.process import die_with_parent, flush_denormals
from neurarium.words import say

ADDRESS = "NEURARIUM_WORKER_ADDRESS"
TOKEN = "NEURARIUM_WORKER_TOKEN"
PARENT = "NEURARIUM_WORKER_PARENT"
LARGEST_KEPT_WEIGHTS = 4 * 2**20
"""Bytes of weights that the server keeps of a run whose process has ended."""


def main() -> int:
    """Run one worker; return its exit code: 0 after an orderly end, 1 after a failure that it reported."""
    # Ctrl-C in a terminal reaches every process of the group; the server tells its workers itself.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    die_with_parent(int(os.environ[PARENT]))
    flush_denormals()

    from neurarium.sessions.answers import answers_of
    from neurarium.sessions.link import Link, connect
    from neurarium.spec.errors import ErrorInfo, NeurariumError
    from neurarium.spec.run import RunSpec
    from neurarium.store import pack_weights, unpack_weights
    from neurarium.training.channel import ChannelClosedError
    from neurarium.training.loop import Trainer

    link = Link(connect(os.environ[ADDRESS]))
    try:
        link.send_frame({"kind": "hello", "token": os.environ[TOKEN], "process": os.getpid()})
        start = link.wait_for_start()
        if "task" in start:
            from neurarium.sessions.worker_tasks import TASKS

            link.send_frame({"kind": "answer", "answer": TASKS[start["task"]](start["request"])})
            return 0
        spec = RunSpec.model_validate(start["spec"])
        weights = unpack_weights(start["weights"]) if start.get("weights") else None
        strict = spec.initial_weights is None or spec.initial_weights.strict
        trainer = Trainer(spec, link, weights=weights, strict=strict)
        link.answers = answers_of(trainer)
        link.send_frame({"kind": "built", **trainer.description()})
        trainer.run(paused=start["paused"])
        last = pack_weights(trainer.weights())
        link.send_frame({"kind": "last_weights", "data": last if len(last) <= LARGEST_KEPT_WEIGHTS else b""})
    except ChannelClosedError:
        return 0
    except NeurariumError as error:
        link.send_frame({"kind": "failure", "error": error.info.model_dump()})
        return 1
    except MemoryError:
        info = ErrorInfo(
            code="out_of_memory",
            message=say("The network and one batch do not fit into this machine's memory."),
            hint=say("Lower batch_size or make the network smaller."),
        )
        link.send_frame({"kind": "failure", "error": info.model_dump()})
        return 1
    except Exception as error:
        # A fault of ours: the person sees what happened, the server's log gets the traceback.
        traceback.print_exc()
        info = ErrorInfo(
            code="internal_error",
            message=say(
                "Training stopped on an error inside Neurarium: {kind}: {error}", kind=type(error).__name__, error=error
            ),
            hint=say("The server's log has the details."),
        )
        link.send_frame({"kind": "failure", "error": info.model_dump()})
        return 1
    finally:
        link.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
