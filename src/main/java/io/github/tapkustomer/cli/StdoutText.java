package io.github.tapkustomer.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.github.tapkustomer.TapException;
import java.io.IOException;
import java.io.OutputStream;

/** Prints the output of commands other than a sync. */
final class StdoutText {
  private StdoutText() {}

  /**
   * Prints an object, indented.
   *
   * @throws TapException of kind OUTPUT_CLOSED
   */
  static void json(OutputStream stdout, JsonNode object) {
    try {
      text(
          stdout,
          new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValueAsString(object)
              + "\n");
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an object that cannot be written", e);
    }
  }

  /**
   * Prints text unchanged.
   *
   * @throws TapException of kind OUTPUT_CLOSED
   */
  static void text(OutputStream stdout, String text) {
    try {
      stdout.write(text.getBytes(UTF_8));
      stdout.flush();
    } catch (IOException e) {
      throw TapException.outputClosed("stdout cannot be written: " + e.getMessage(), e);
    }
  }
}
