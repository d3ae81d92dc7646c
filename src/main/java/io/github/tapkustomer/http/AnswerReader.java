package io.github.tapkustomer.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;

/**
 * Reads the body of an answer with status 200 as it arrives. An {@link IOException} means that the
 * body is not the answer (cut short, not JSON, an error): the client then repeats the request and
 * calls the reader again, so what a reader passes on before it fails may be passed on twice.
 */
@FunctionalInterface
public interface AnswerReader<T> {
  /** Reads on the thread that asks; the client closes the body as soon as this returns. */
  T read(InputStream body) throws IOException;

  /** Reads a small answer as a tree: an object without errors, whose data is not null. */
  static AnswerReader<JsonNode> json() {
    return ApiErrors::readAnswer;
  }
}
