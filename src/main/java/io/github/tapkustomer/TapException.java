package io.github.tapkustomer;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * A failure that the tap foresaw: its message is the one line that the user reads, and its kind
 * says what to do about it. Anything else that is thrown is a bug.
 */
public final class TapException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What the user should do. */
  public enum Kind {
    /** Fix the arguments, the settings, the catalog or the state. */
    BAD_INPUT,
    /** Create a new API key, or name the right region. */
    KEY_REFUSED,
    /** Wait and run again: the API did not answer after all retries. */
    API_GAVE_UP,
    /** Look at the target: it closed its end of the pipe, or the disk behind stdout is full. */
    OUTPUT_CLOSED,
    /** Look at the named stream; the others are complete. */
    STREAM_FAILED
  }

  private final Kind kind;

  private TapException(Kind kind, String message, @Nullable Throwable cause) {
    super(requireNonNull(message, "message"), cause);
    this.kind = kind;
  }

  public static TapException badInput(String message) {
    return new TapException(Kind.BAD_INPUT, message, null);
  }

  public static TapException keyRefused(String message) {
    return new TapException(Kind.KEY_REFUSED, message, null);
  }

  public static TapException apiGaveUp(String message, @Nullable Throwable cause) {
    return new TapException(Kind.API_GAVE_UP, message, cause);
  }

  public static TapException outputClosed(String message, @Nullable Throwable cause) {
    return new TapException(Kind.OUTPUT_CLOSED, message, cause);
  }

  public static TapException streamFailed(String message, @Nullable Throwable cause) {
    return new TapException(Kind.STREAM_FAILED, message, cause);
  }

  @Override
  public String getMessage() {
    return requireNonNull(super.getMessage());
  }

  public Kind kind() {
    return kind;
  }
}
