/** What becomes of a run, and of what is asked of the server: told where it is seen. */
export default {
  restarts: "The network changed: it starts again from step 0.",
  letGo: "The network changed: press play to train it from step 0.",

  gone: "The server does not know this run any more.",
  goneHint: "Press play to start it afresh.",
  unreadable: "A message of the run could not be read ({{reason}}).",
  unreadableHint: "Reload the page.",

  unreachable: "The server does not answer.",
  unreachableHint: "Start it with `make run`, or wait until it is back.",
  unexplained: "The server answered {{status}} to {{path}}, without an explanation.",
  unexplainedHint: "Look at the server's terminal; reload the page once it runs again.",
} as const;
