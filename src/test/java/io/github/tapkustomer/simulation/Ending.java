package io.github.tapkustomer.simulation;

/** How a run ends before its end. */
enum Ending {
  NONE,
  /** Killed outright: the output ends somewhere. */
  KILL,
  /** The target goes away. */
  PIPE,
  /** Told to stop. */
  SIGNAL,
  /** The API does not answer any more. */
  OUTAGE
}
