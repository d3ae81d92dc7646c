package io.github.tapkustomer.record.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/** Values as the API gave them, as text: strings unchanged, everything else as JSON. */
public final class SourceText {
  private SourceText() {}

  /**
   * The text of the value that the parser stands on; the parser is left on its last token.
   *
   * @param lines counts the characters that are replaced, which the text no longer shows
   */
  public static String of(JsonParser parser, LineBuffer lines) throws IOException {
    if (parser.currentToken().isScalarValue()) {
      return parser.getText();
    }
    LineBuffer text = new LineBuffer(256);
    int depth = 0;
    for (JsonToken token = parser.currentToken(); token != null; token = parser.nextToken()) {
      switch (token) {
        case START_OBJECT, START_ARRAY -> text.open(token.asCharArray()[0]);
        case END_OBJECT, END_ARRAY -> text.close(token.asCharArray()[0]);
        case FIELD_NAME -> text.name(parser.currentName());
        case VALUE_STRING -> text.string(parser);
        default -> text.word(parser);
      }
      depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
      if (depth == 0) {
        lines.countReplaced(text);
        return text.toString();
      }
    }
    throw new IOException("the answer ends too early");
  }

  /** A parser on the array that these bytes end with, whatever precedes it. */
  public static JsonParser lastArray(byte[] json) throws IOException {
    int start = startOfLastArray(json);
    JsonParser parser = JsonFormat.FACTORY.createParser(json, start, json.length - start);
    parser.nextToken();
    return parser;
  }

  /** Goes backward, since anything may precede the array. */
  private static int startOfLastArray(byte[] json) {
    int open = 0;
    int at = json.length;
    do {
      at--;
      if (json[at] == '"') {
        at = startOfString(json, at);
      } else if (json[at] == ']') {
        open++;
      } else if (json[at] == '[') {
        open--;
      }
    } while (open > 0);
    return at;
  }

  /** A quote within a string has an odd number of backslashes before it. */
  private static int startOfString(byte[] json, int end) {
    int at = end;
    int backslashes;
    do {
      at--;
      while (json[at] != '"') {
        at--;
      }
      backslashes = 0;
      while (at - backslashes > 0 && json[at - backslashes - 1] == '\\') {
        backslashes++;
      }
    } while (backslashes % 2 == 1);
    return at;
  }
}
