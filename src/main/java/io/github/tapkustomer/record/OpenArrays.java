package io.github.tapkustomer.record;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.github.tapkustomer.record.json.RecordedInput;
import io.github.tapkustomer.record.json.SourceText;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The typed arrays around a value, and where their lines began, so that a whole array can be taken
 * back when one of its elements does not fit. Not thread-safe.
 */
final class OpenArrays {
  private final JsonParser parser;
  private final RecordedInput source;
  private final MaskedText texts;

  /** By depth; null if the container there is no such array. */
  private @Nullable Column[] columns = new Column[64];

  private int[] lineStarts = new int[64];
  private int outermost;

  /**
   * No arrays.
   *
   * @param texts makes the text of an array
   */
  OpenArrays(JsonParser parser, RecordedInput source, MaskedText texts) {
    this.parser = parser;
    this.source = source;
    this.texts = texts;
  }

  void open(int depth, Column column, int lineStart) {
    if (depth >= columns.length) {
      columns = Arrays.copyOf(columns, depth * 2);
      lineStarts = Arrays.copyOf(lineStarts, depth * 2);
    }
    columns[depth] = column;
    lineStarts[depth] = lineStart;
    if (outermost == 0) {
      outermost = depth;
      source.keep(true);
    }
  }

  void close(int depth) {
    if (depth < columns.length) {
      columns[depth] = null;
    }
    if (depth == outermost) {
      outermost = 0;
      source.keep(false);
    }
  }

  /**
   * Skips the rest of the array, and of those around it.
   *
   * @param depth the depth of the array whose element the parser stands on
   * @param what describes the element
   */
  Misfit giveUp(int depth, String what) throws IOException {
    int top = depth;
    while (columns[top - 1] != null) {
      top--;
    }
    parser.skipChildren();
    for (int open = depth - top + 1; open > 0; ) {
      JsonToken token = parser.nextToken();
      if (token == null) {
        throw new IOException("the answer ends too early");
      }
      open += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
    }
    byte[] read = source.upTo(parser.currentLocation().getByteOffset());
    Optional<String> text;
    try (JsonParser again = SourceText.lastArray(read)) {
      text = texts.ofMisfit(columns[top], again);
    }
    Misfit array =
        new Misfit(columns[top], text, "an array with " + what, lineStarts[top], top - 1);
    for (int i = depth; i >= top; i--) {
      close(i);
    }
    return array;
  }
}
