package io.github.tapkustomer.record;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.github.tapkustomer.Timestamps;
import io.github.tapkustomer.mask.Way;
import io.github.tapkustomer.record.json.LineBuffer;
import io.github.tapkustomer.record.json.Numbers;
import io.github.tapkustomer.record.json.RecordedInput;
import io.github.tapkustomer.record.schema.FreeNames;
import io.github.tapkustomer.record.schema.ValueType;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Copies values from a parser to lines as their columns say. A value that does not fit becomes
 * null, and its text goes to the variant of its column. One loop serves any depth: the compiler
 * spends seconds on recursion that it tries to inline, and stacks are limited. Not thread-safe.
 */
final class ValueWriter {
  private final RecordFormat format;
  private final JsonParser parser;
  private final FreeNames names;
  private final OpenArrays arrays;
  private final MaskedText texts;
  private LineBuffer lines = new LineBuffer(0);

  /**
   * For each open container the member read last, or the column of its items; null if that may be
   * anything.
   */
  private @Nullable Object[] places = new Object[64];

  private @Nullable Members[] members = new Members[64];
  private int depth;
  private @Nullable Misfit misfit;

  ValueWriter(RecordFormat format, JsonParser parser, RecordedInput source) {
    this.format = format;
    this.parser = parser;
    this.names = format.freeNames();
    this.texts = new MaskedText(format.masks());
    this.arrays = new OpenArrays(parser, source, texts);
  }

  /** Writes the value that the parser stands on; the parser is left on the value's last token. */
  void write(Column column, LineBuffer into) throws IOException {
    // Compared first, since storing a reference costs the garbage collector.
    if (lines != into) {
      lines = into;
      texts.into(into);
    }
    if (misfit != null) {
      misfit = null;
    }
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

  /** What a text becomes that is masked as a whole; empty if that is null. */
  Optional<String> masked(Way way, String text) {
    return texts.masked(way, text);
  }

  /** The last value if it did not fit, or null; values inside it have gone to their variants. */
  @Nullable Misfit misfit() {
    return misfit;
  }

  /** The next member of an object whose members are known. */
  private void nextMember() throws IOException {
    Field member = members[depth].next(parser, (Field) places[depth]);
    if (member == null) {
      lines.close('}');
      depth--;
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

  /** What comes next in an array, or in an object that may hold anything. */
  private void nextToken() throws IOException {
    JsonToken token = parser.nextToken();
    if (token == JsonToken.FIELD_NAME) {
      lines.name(names.of(parser.currentName()));
    } else if (token == JsonToken.END_OBJECT) {
      lines.close('}');
      depth--;
    } else if (token == JsonToken.END_ARRAY) {
      lines.close(']');
      arrays.close(depth--);
    } else if (token == null) {
      throw new IOException("the answer ends too early");
    } else {
      begin((Column) places[depth], token);
    }
  }

  /** Writes a simple value, or opens a container. */
  private void begin(@Nullable Column column, JsonToken token) throws IOException {
    if (column != null && !column.takes(token)) {
      convert(column, token);
      return;
    }
    switch (token) {
      case VALUE_STRING -> string(column);
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(column, token);
      case START_OBJECT -> {
        Members known = column == null ? null : column.members();
        lines.open('{');
        push(known == null ? null : known.head(), known);
      }
      case START_ARRAY -> {
        Column items = column == null ? null : column.items();
        int start = lines.size();
        lines.open('[');
        push(items, null);
        if (column != null && items != null) {
          arrays.open(depth, column, start);
        }
      }
      default -> lines.word(parser);
    }
  }

  private void push(@Nullable Object place, @Nullable Members known) {
    if (++depth == places.length) {
      places = Arrays.copyOf(places, depth * 2);
      members = Arrays.copyOf(members, depth * 2);
    }
    places[depth] = place;
    members[depth] = known;
  }

  private void string(@Nullable Column column) throws IOException {
    char[] chars = parser.getTextCharacters();
    int offset = parser.getTextOffset();
    int length = parser.getTextLength();
    if (column == null || !column.isDateTime() || Timestamps.isPlain(chars, offset, length)) {
      lines.text(chars, offset, length);
      return;
    }
    var instant = Timestamps.parseRfc3339(new String(chars, offset, length));
    if (instant.isPresent()) {
      lines.text(Timestamps.format(instant.get()));
    } else {
      misfit(column, "text that is not a date-time");
    }
  }

  private void number(@Nullable Column column, JsonToken token) throws IOException {
    char[] chars = parser.getTextCharacters();
    int offset = parser.getTextOffset();
    int length = parser.getTextLength();
    if (!Numbers.isPlain(chars, offset, length, token == JsonToken.VALUE_NUMBER_FLOAT)) {
      unusualNumber(column, new String(chars, offset, length));
      return;
    }
    lines.word(chars, offset, length);
    if (column != null && column.isNumberInArray() && token == JsonToken.VALUE_NUMBER_INT) {
      lines.point();
    }
  }

  /** A number that is long, has an exponent, or is minus zero. */
  private void unusualNumber(@Nullable Column column, String text) throws IOException {
    if (column != null && column.type().isNumber()) {
      convert(column, JsonToken.VALUE_NUMBER_FLOAT);
    } else {
      Optional<String> number = Numbers.number(text);
      if (number.isPresent()) {
        lines.word(number.get());
      } else {
        lines.text(text);
      }
    }
  }

  /** Converts the value to the column's type, if nothing is lost by that. */
  private void convert(Column column, JsonToken token) throws IOException {
    if (column.way() != null) {
      lines.text(texts.masked(column.way(), parser));
    } else if (column.type() == ValueType.TEXT) {
      lines.text(texts.of(column.path(), parser));
    } else if (token.isScalarValue()) {
      convertTo(
          column,
          Conversion.word(column.type(), token, parser.getText()),
          Conversion.describe(column.type(), token));
    } else {
      misfit(column, Conversion.describe(column.type(), token));
    }
  }

  private void convertTo(Column column, Optional<String> word, String what) throws IOException {
    if (word.isEmpty()) {
      misfit(column, what);
      return;
    }
    lines.word(word.get());
    if (column.isNumberInArray() && word.get().matches("-?[0-9]+")) {
      lines.point();
    }
  }

  /** Writes null for the value, or for the whole array if it is an element. */
  private void misfit(Column column, String what) throws IOException {
    Misfit value;
    if (members[depth] == null && depth > 0) {
      value = arrays.giveUp(depth, what);
      lines.rewind(value.lineStart());
      depth = value.depth();
    } else {
      value = new Misfit(column, texts.ofMisfit(column, parser), what, lines.size(), depth);
    }
    lines.nothing();
    if (depth == 0) {
      misfit = value;
    } else {
      lines.name(format.variant(value.column(), value.what()));
      lines.text(value.text());
    }
  }
}
