package io.github.tapkustomer;

import java.io.IOException;

/** What is being read needs more memory than is free at the moment. */
public final class OutOfMemoryException extends IOException {
  private static final long serialVersionUID = 1L;

  public OutOfMemoryException(OutOfMemoryError cause) {
    super("not enough memory", cause);
  }
}
