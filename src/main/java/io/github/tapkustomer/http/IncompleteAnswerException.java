package io.github.tapkustomer.http;

import java.io.IOException;

/** A good status with a body that is not the whole answer: empty, partial, or of another shape. */
public final class IncompleteAnswerException extends IOException {
  private static final long serialVersionUID = 1L;

  public IncompleteAnswerException(String message) {
    super(message);
  }
}
