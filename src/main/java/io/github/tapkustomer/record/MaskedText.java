package io.github.tapkustomer.record;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.github.tapkustomer.mask.Digests;
import io.github.tapkustomer.mask.StreamMasks;
import io.github.tapkustomer.mask.Way;
import io.github.tapkustomer.record.json.LineBuffer;
import io.github.tapkustomer.record.json.SourceText;
import io.github.tapkustomer.record.schema.ValueType;
import io.github.tapkustomer.stream.ColumnNames;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * Values as text, without the parts that a mask hides. Each method leaves the parser on the value's
 * last token. Not thread-safe.
 */
final class MaskedText {
  private final StreamMasks masks;
  private final Digests digests = new Digests();
  private LineBuffer lines = new LineBuffer(0);

  MaskedText(StreamMasks masks) {
    this.masks = masks;
  }

  /** Sets where the texts go from now on. */
  void into(LineBuffer lines) {
    this.lines = lines;
  }

  /** What a masked value becomes; empty if that is null. */
  Optional<String> masked(Way way, JsonParser parser) throws IOException {
    return masked(way, SourceText.of(parser, lines));
  }

  /** What a text becomes in a masked column; empty if that is null. */
  Optional<String> masked(Way way, String text) {
    return way.mask(text, digests);
  }

  /**
   * The text of a value for the variant of its column. A plain value in place of an object may be
   * the part of it that is masked, so it is masked too.
   */
  Optional<String> ofMisfit(Column column, JsonParser parser) throws IOException {
    if (masks.isEmpty()) {
      return Optional.of(SourceText.of(parser, lines));
    }
    boolean isContainer = column.type() == ValueType.OBJECT || column.type() == ValueType.ARRAY;
    Optional<Way> ofPart =
        isContainer && parser.currentToken().isScalarValue()
            ? masks.wayBelow(column.path())
            : Optional.empty();
    Optional<Way> way = masks.way(column.place().variantPath()).or(() -> ofPart);
    return way.isPresent()
        ? masked(way.get(), parser)
        : Optional.of(of(column.path(), isContainer, parser));
  }

  /** The text of the value at a path, with its masked parts masked. */
  String of(String path, JsonParser parser) throws IOException {
    return of(path, false, parser);
  }

  private String of(String path, boolean parts, JsonParser parser) throws IOException {
    return parser.currentToken().isScalarValue() || !masks.mayFitBelow(path)
        ? SourceText.of(parser, lines)
        : copy(path, parts, parser);
  }

  private String copy(String path, boolean parts, JsonParser parser) throws IOException {
    LineBuffer text = new LineBuffer(256);
    Deque<String> open = new ArrayDeque<>();
    String at = path;
    for (JsonToken token = parser.currentToken(); token != null; token = parser.nextToken()) {
      if (token == JsonToken.FIELD_NAME) {
        text.name(parser.currentName());
        at = open.element() + "." + ColumnNames.of(parser.currentName());
        continue;
      }
      if (token.isStructEnd()) {
        text.close(token.asCharArray()[0]);
        open.pop();
      } else {
        value(at, parts, parser, text, open);
      }
      if (open.isEmpty()) {
        lines.countReplaced(text);
        return text.toString();
      }
      at = open.element() + "[]";
    }
    throw new IOException("the answer ends too early");
  }

  private void value(
      String at, boolean parts, JsonParser parser, LineBuffer text, Deque<String> open)
      throws IOException {
    JsonToken token = parser.currentToken();
    Optional<Way> way = open.isEmpty() ? Optional.empty() : masks.way(at);
    if (way.isEmpty() && parts && token.isScalarValue()) {
      way = masks.wayBelow(at);
    }
    if (way.isPresent() && token != JsonToken.VALUE_NULL) {
      text.text(masked(way.get(), parser));
    } else if (token.isStructStart()) {
      text.open(token.asCharArray()[0]);
      open.push(at);
    } else if (token == JsonToken.VALUE_STRING) {
      text.string(parser);
    } else {
      text.word(parser);
    }
  }
}
