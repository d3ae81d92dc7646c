package io.github.tapkustomer.record;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.github.tapkustomer.Timestamps;
import io.github.tapkustomer.record.json.LineBuffer;
import io.github.tapkustomer.record.schema.JsonType;
import java.io.IOException;
import java.util.Arrays;

/**
 * Copies values from a parser to lines as their columns say. One loop for any depth: the compiler
 * spends seconds on recursion that it tries to inline, and stacks end. Not thread-safe.
 */
final class ValueWriter {
  private final RecordFormat format;
  private final JsonParser parser;
  private final LineBuffer lines;
  private final FreeNames names;

  /**
   * For each open container the member read last, or the column of its items; null where that is
   * left open.
   */
  private Object[] places = new Object[64];

  private Members[] members = new Members[64];
  private int depth;

  ValueWriter(RecordFormat format, JsonParser parser, LineBuffer lines) {
    this.format = format;
    this.parser = parser;
    this.lines = lines;
    this.names = format.freeNames();
  }

  /** Writes the value that the parser stands on; it is left on the value's last token. */
  void write(Column column) throws IOException {
    depth = 0;
    begin(column, parser.currentToken());
    while (depth > 0) {
      if (members[depth] != null) {
        nextMember();
      } else {
        nextToken();
      }
    }
  }

  /** The next member of an object whose members are known. */
  private void nextMember() throws IOException {
    Field member = members[depth].next(parser, (Field) places[depth]);
    if (member == null) {
      close('}');
      return;
    }
    places[depth] = member;
    Column column = member.column();
    if (column.selected()) {
      lines.name(column.label());
      begin(column, parser.currentToken());
    } else {
      parser.skipChildren();
    }
  }

  /** What comes next in an array, or in an object of which nothing is known. */
  private void nextToken() throws IOException {
    JsonToken token = parser.nextToken();
    if (token == JsonToken.FIELD_NAME) {
      lines.name(names.of(parser.currentName()));
    } else if (token == JsonToken.END_OBJECT) {
      close('}');
    } else if (token == JsonToken.END_ARRAY) {
      close(']');
    } else if (token == null) {
      throw new IOException("the answer ends too early");
    } else {
      begin((Column) places[depth], token);
    }
  }

  /** Writes a simple value, or opens a container. */
  private void begin(Column column, JsonToken token) throws IOException {
    if (column != null) {
      JsonType type = JsonType.of(token);
      if (!column.admits(type)) {
        format.admit(column, type);
      }
    }
    switch (token) {
      case VALUE_STRING -> string(column);
      case START_OBJECT -> {
        Members known = column == null ? null : column.members();
        lines.open('{');
        push(known == null ? null : known.head(), known);
      }
      case START_ARRAY -> {
        lines.open('[');
        push(column == null ? null : column.items(), null);
      }
      default ->
          lines.word(parser.getTextCharacters(), parser.getTextOffset(), parser.getTextLength());
    }
  }

  private void push(Object place, Members known) {
    if (++depth == places.length) {
      places = Arrays.copyOf(places, depth * 2);
      members = Arrays.copyOf(members, depth * 2);
    }
    places[depth] = place;
    members[depth] = known;
  }

  private void close(char bracket) {
    lines.close(bracket);
    depth--;
  }

  private void string(Column column) throws IOException {
    char[] chars = parser.getTextCharacters();
    int offset = parser.getTextOffset();
    int length = parser.getTextLength();
    boolean odd = column != null && column.dateTime() && !Timestamps.isPlain(chars, offset, length);
    if (odd) {
      var instant = Timestamps.parse(new String(chars, offset, length));
      if (instant.isPresent()) {
        lines.text(Timestamps.format(instant.get()));
        return;
      }
      format.dropFormat(column);
    }
    lines.text(chars, offset, length);
  }
}
