package io.github.tapkustomer.http;

import java.io.IOException;
import java.io.InputStream;

/**
 * Reads the body of a good answer while it arrives. What it throws as an {@link IOException} (cut
 * short, not JSON, incomplete) makes the client ask again; it is then called anew.
 */
@FunctionalInterface
public interface AnswerReader<T> {
  T read(InputStream body) throws IOException;
}
