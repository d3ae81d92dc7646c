package io.github.tapkustomer.record.page;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/**
 * The outer object of an answer, which holds {@code data}, {@code included}, {@code meta} and
 * {@code links}, or {@code errors}. An answer without data is not the same as an empty one.
 */
public final class Envelope {
  private Envelope() {}

  /** Reads the value of one member to its end; the parser stands on its first token. */
  @FunctionalInterface
  public interface Value {
    void read(JsonParser parser, JsonToken token) throws IOException;
  }

  /**
   * Reads an answer to its end.
   *
   * @param tally takes {@code meta} and {@code links}
   * @throws IOException if the answer is cut short, is not a JSON object, reports an error, or has
   *     no data
   */
  public static void read(JsonParser parser, PageTally tally, Value data, Value included)
      throws IOException {
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      throw new IOException("the answer is not a JSON object");
    }
    boolean hasData = false;
    boolean hasErrors = false;
    for (String name; (name = parser.nextFieldName()) != null; ) {
      JsonToken token = parser.nextToken();
      switch (name) {
        case "data" -> {
          hasData = token != JsonToken.VALUE_NULL;
          data.read(parser, token);
        }
        case "included" -> included.read(parser, token);
        case "meta" -> tally.meta(parser, token);
        case "links" -> tally.links(parser, token);
        case "errors", "error" -> hasErrors |= isError(parser, token);
        default -> parser.skipChildren();
      }
    }
    if (parser.currentToken() != JsonToken.END_OBJECT) {
      throw new IOException("the answer ends too early");
    }
    if (hasErrors) {
      throw new IOException("the answer reports an error");
    }
    if (!hasData) {
      throw new IOException("the answer has no data");
    }
  }

  /** Skips a value. */
  public static void skip(JsonParser parser, JsonToken token) throws IOException {
    parser.skipChildren();
  }

  /** Whether an error is stated, and not just an empty member for one. */
  private static boolean isError(JsonParser parser, JsonToken token) throws IOException {
    return switch (token) {
      case START_OBJECT -> {
        parser.skipChildren();
        yield true;
      }
      case START_ARRAY -> {
        boolean any = false;
        while ((token = parser.nextToken()) != JsonToken.END_ARRAY && token != null) {
          any = true;
          parser.skipChildren();
        }
        yield any;
      }
      case VALUE_STRING -> !parser.getText().isBlank();
      default -> false;
    };
  }
}
