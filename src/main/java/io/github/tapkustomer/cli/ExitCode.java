package io.github.tapkustomer.cli;

import io.github.tapkustomer.TapException;

/**
 * What the program's exit code means to a scheduler. After SIGHUP, SIGINT and SIGTERM it is 129,
 * 130 and 143.
 */
final class ExitCode {
  static final int DONE = 0;
  static final int BUG = 1;
  static final int BAD_INPUT = 2;
  static final int KEY_REFUSED = 3;
  static final int API_GAVE_UP = 4;
  static final int OUTPUT_CLOSED = 5;
  static final int STREAMS_FAILED = 6;

  /** As after SIGTERM. */
  static final int TERMINATED = 143;

  private ExitCode() {}

  static int of(Throwable failure) {
    if (!(failure instanceof TapException known)) {
      return BUG;
    }
    return switch (known.kind()) {
      case BAD_INPUT -> BAD_INPUT;
      case KEY_REFUSED -> KEY_REFUSED;
      case API_GAVE_UP -> API_GAVE_UP;
      case OUTPUT_CLOSED -> OUTPUT_CLOSED;
      case STREAM_FAILED -> STREAMS_FAILED;
    };
  }
}
