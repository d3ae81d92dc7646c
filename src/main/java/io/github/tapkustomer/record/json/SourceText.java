package io.github.tapkustomer.record.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/** Values as the API gave them, as text: strings as they are, everything else as JSON. */
public final class SourceText {
  private SourceText() {}

  /** The text of the value that the parser stands on; it is left on the value's last token. */
  public static String of(JsonParser parser) throws IOException {
    if (parser.currentToken().isScalarValue()) {
      return parser.getText();
    }
    LineBuffer text = new LineBuffer(256);
    int depth = 0;
    for (JsonToken token = parser.currentToken(); token != null; token = parser.nextToken()) {
      switch (token) {
        case START_OBJECT, START_ARRAY -> text.open(token.asCharArray()[0]);
        case END_OBJECT, END_ARRAY -> text.close(token.asCharArray()[0]);
        case FIELD_NAME -> text.name(LineBuffer.label(parser.currentName()));
        case VALUE_STRING -> text.string(parser);
        default -> text.word(parser);
      }
      depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
      if (depth == 0) {
        return text.toString();
      }
    }
    throw new IOException("the answer ends too early");
  }

  /** The text of a JSON value in UTF-8. */
  public static String of(byte[] json) throws IOException {
    try (JsonParser parser = JsonFormat.FACTORY.createParser(json)) {
      parser.nextToken();
      return of(parser);
    }
  }
}
