"""One process a run, its supervision, and the fan-out to viewers.

Nothing is imported here: a worker's process passes through on its way to `sessions.worker`, and needs little of what
the server needs. It has to
set the processor up before numpy is imported, too.
"""
