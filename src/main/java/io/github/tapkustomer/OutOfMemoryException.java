package io.github.tapkustomer;

import java.io.IOException;

/** There is too little free memory for what is being read. */
public final class OutOfMemoryException extends IOException {
  private static final long serialVersionUID = 1L;

  public OutOfMemoryException(OutOfMemoryError cause) {
    super("not enough memory", cause);
  }
}
