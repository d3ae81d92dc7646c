package io.github.tapkustomer.record;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.github.tapkustomer.Timestamps;
import java.io.IOException;

/** Copies values from a parser to a generator as their columns say. Not thread-safe. */
final class ValueWriter {
  private final RecordPlan plan;
  private final JsonParser parser;
  private final JsonGenerator out;
  private final FreeNames names;

  ValueWriter(RecordPlan plan, JsonParser parser, JsonGenerator out) {
    this.plan = plan;
    this.parser = parser;
    this.out = out;
    this.names = plan.freeNames();
  }

  /** Writes the value that the parser stands on; it is left on the value's last token. */
  void write(Column column) throws IOException {
    JsonToken token = parser.currentToken();
    JsonType type = JsonType.of(token);
    if (!column.admits(type)) {
      plan.admit(column, type);
    }
    switch (token) {
      case VALUE_STRING -> {
        if (column.dateTime()) {
          writeDateTime(column);
        } else {
          writeText();
        }
      }
      case START_OBJECT -> {
        if (column.members() == null) {
          copy();
        } else {
          writeMembers(column.members());
        }
      }
      case START_ARRAY -> {
        if (column.items() == null) {
          copy();
        } else {
          writeItems(column.items());
        }
      }
      default -> copy();
    }
  }

  private void writeMembers(Members members) throws IOException {
    out.writeStartObject();
    for (String name; (name = parser.nextFieldName()) != null; ) {
      Column column = members.get(name, parser.nextToken());
      if (column.selected()) {
        out.writeFieldName(column.name());
        write(column);
      } else {
        parser.skipChildren();
      }
    }
    out.writeEndObject();
  }

  private void writeItems(Column items) throws IOException {
    out.writeStartArray();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      write(items);
    }
    out.writeEndArray();
  }

  private void writeDateTime(Column column) throws IOException {
    String text = parser.getText();
    if (Timestamps.isCanonical(text) && Timestamps.isPlain(text)) {
      writeText();
      return;
    }
    var instant = Timestamps.parse(text);
    if (instant.isPresent()) {
      out.writeString(Timestamps.format(instant.get()));
    } else {
      plan.dropFormat(column);
      writeText();
    }
  }

  private void writeText() throws IOException {
    char[] chars = parser.getTextCharacters();
    int offset = parser.getTextOffset();
    int length = parser.getTextLength();
    WellFormed.mend(chars, offset, length);
    out.writeString(chars, offset, length);
  }

  /** Copies a value of any depth, without recursion, names made columns' names. */
  private void copy() throws IOException {
    int depth = 0;
    JsonToken token = parser.currentToken();
    while (true) {
      switch (token) {
        case START_OBJECT -> {
          out.writeStartObject();
          depth++;
        }
        case START_ARRAY -> {
          out.writeStartArray();
          depth++;
        }
        case END_OBJECT -> {
          out.writeEndObject();
          depth--;
        }
        case END_ARRAY -> {
          out.writeEndArray();
          depth--;
        }
        case FIELD_NAME -> out.writeFieldName(names.of(parser.currentName()));
        case VALUE_STRING -> writeText();
        case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT ->
            out.writeNumber(
                parser.getTextCharacters(), parser.getTextOffset(), parser.getTextLength());
        case VALUE_TRUE -> out.writeBoolean(true);
        case VALUE_FALSE -> out.writeBoolean(false);
        default -> out.writeNull();
      }
      if (depth == 0) {
        return;
      }
      token = parser.nextToken();
    }
  }
}
