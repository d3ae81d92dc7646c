package io.github.tapkustomer.http;

import java.io.IOException;

/**
 * The status was good, but the body is not the whole answer: it is empty, partial, or of another
 * shape.
 */
public final class IncompleteAnswerException extends IOException {
  private static final long serialVersionUID = 1L;

  public IncompleteAnswerException(String message) {
    super(message);
  }
}
