package io.github.tapkustomer.record;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.github.tapkustomer.Timestamps;
import io.github.tapkustomer.record.json.JsonFormat;
import io.github.tapkustomer.record.json.KeyValues;
import io.github.tapkustomer.record.json.LineBuffer;
import io.github.tapkustomer.record.json.RecordedInput;
import io.github.tapkustomer.record.json.SourceText;
import io.github.tapkustomer.record.page.ParentPage.Parent;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Encodes JSON:API objects as flat records, in one pass. After each record it gives the object's
 * id, time and deletion. Not thread-safe.
 */
final class RecordEncoder {
  private static final byte[] DELETION_MARK = LineBuffer.label(RecordFormat.DELETED_AT);

  private final RecordFormat format;
  private final RecordColumns columns;
  private final LineBuffer lines;
  private JsonParser parser;
  private ValueWriter values;

  private final Optional<ParentColumns> parent;
  private @Nullable String id;
  private @Nullable String time;
  private @Nullable String deletedAt;
  private @Nullable String openUntil;
  private boolean deleted;
  private final KeyValues keys;

  private final OtherFields otherFields = new OtherFields();

  /**
   * An encoder of one page.
   *
   * @param source what the parser reads
   * @param parent what the records belong to, if their stream names it
   */
  RecordEncoder(
      RecordFormat format,
      JsonParser parser,
      RecordedInput source,
      LineBuffer lines,
      Optional<Parent> parent) {
    this.format = format;
    this.parent = parent.map(owner -> new ParentColumns(format, owner));
    this.columns = format.columns();
    this.parser = parser;
    this.lines = lines;
    this.values = new ValueWriter(format, parser, source);
    this.keys = new KeyValues(format.keyProperties());
  }

  /** Encodes the object at whose start the parser stands, up to its end. */
  void encode() throws IOException {
    id = null;
    time = null;
    deletedAt = null;
    openUntil = null;
    deleted = false;
    keys.clear();
    otherFields.clear();
    lines.open('{');
    if (parent.isPresent()) {
      parent.get().write(lines);
    }
    for (String name; (name = parser.nextFieldName()) != null; ) {
      JsonToken token = parser.nextToken();
      if (name.equals("attributes")) {
        attributes(token);
      } else if (name.equals("relationships")) {
        relationships(token);
      } else {
        member(columns.top.get(name, token));
      }
    }
    if (format.marksDeleted()) {
      writeDeletionMark();
    }
    otherFields.writeTo(lines, format.otherFieldsWay(), values);
    lines.close('}');
  }

  /** The last object's id, or its key if it has no id; null if it has neither. */
  @Nullable String id() {
    return id != null ? id : keys.text();
  }

  /** The time that the stream is replicated by, unchanged; null if there was none. */
  @Nullable String time() {
    return time;
  }

  /** When the last object was closed; null if it is still open. */
  @Nullable String openUntil() {
    return openUntil;
  }

  /** Whether the last object has a value for each key column. */
  boolean hasKey() {
    return keys.isComplete();
  }

  boolean isDeleted() {
    return deleted || deletedAt != null;
  }

  private void attributes(JsonToken token) throws IOException {
    if (token != JsonToken.START_OBJECT) {
      parser.skipChildren();
      return;
    }
    if (columns.keepAttributes) {
      keepAttributes();
    } else {
      attributes();
    }
  }

  private void attributes() throws IOException {
    Field attribute = columns.attributes.head();
    while ((attribute = columns.attributes.next(parser, attribute)) != null) {
      member(attribute.column());
    }
  }

  /** Writes the attributes twice: unchanged, and each to its column. */
  private void keepAttributes() throws IOException {
    JsonParser outerParser = parser;
    ValueWriter outerValues = values;
    byte[] whole = SourceText.of(parser, lines).getBytes(UTF_8);
    try {
      readAgain(whole, () -> member(columns.whole()));
      readAgain(whole, this::attributes);
    } finally {
      parser = outerParser;
      values = outerValues;
    }
  }

  private interface Reading {
    void read() throws IOException;
  }

  private void readAgain(byte[] json, Reading reading) throws IOException {
    RecordedInput source = new RecordedInput(new ByteArrayInputStream(json));
    try (JsonParser again = JsonFormat.FACTORY.createParser(source)) {
      parser = again;
      values = new ValueWriter(format, again, source);
      again.nextToken();
      reading.read();
    }
  }

  private void relationships(JsonToken token) throws IOException {
    if (token != JsonToken.START_OBJECT) {
      parser.skipChildren();
      return;
    }
    for (String name; (name = parser.nextFieldName()) != null; ) {
      if (parser.nextToken() == JsonToken.START_OBJECT) {
        relationship(name);
      } else {
        parser.skipChildren();
      }
    }
  }

  private void relationship(String relationship) throws IOException {
    for (String name; (name = parser.nextFieldName()) != null; ) {
      JsonToken token = parser.nextToken();
      if (name.equals("data")) {
        member(columns.relationships.get(relationship, token));
      } else {
        parser.skipChildren();
      }
    }
  }

  private void member(Column column) throws IOException {
    if (column.role() != Role.NONE) {
      note(column.role());
    }
    if (!column.selected()) {
      column.leftOut().increment();
      parser.skipChildren();
    } else if (column.isInOtherFields()) {
      values.write(column, otherFields.add(column.label()));
    } else {
      JsonToken token = parser.currentToken();
      lines.name(column.label());
      values.write(column, lines);
      Misfit misfit = values.misfit();
      if (column.key() != 0) {
        if (token == JsonToken.VALUE_NULL || misfit != null) {
          keys.remove(column.key());
        } else {
          keys.add(column.key(), parser);
        }
      } else if (misfit != null) {
        variant(column, misfit);
      } else if (column.variant() != null) {
        // Otherwise targets would keep the last value.
        lines.name(column.variant());
        lines.nothing();
      }
    }
  }

  private void variant(Column column, Misfit misfit) {
    byte[] label = format.variant(column, misfit.what());
    if (column.variant() != null) {
      lines.name(label);
      lines.text(misfit.text());
    } else {
      otherFields.add(label).text(misfit.text());
    }
  }

  private void note(Role role) throws IOException {
    JsonToken token = parser.currentToken();
    String text = token.isScalarValue() && token != JsonToken.VALUE_NULL ? parser.getText() : null;
    switch (role) {
      case ID -> id = text;
      case TIME -> time = text;
      case DELETED_AT -> deletedAt = text;
      case DELETED -> deleted = token == JsonToken.VALUE_TRUE;
      case OPEN_UNTIL -> openUntil = text;
      case NONE -> {}
    }
  }

  /** The mark is null again once an object is restored, so that targets that copy it follow. */
  private void writeDeletionMark() throws IOException {
    String at = deletedAt != null ? deletedAt : deleted ? time : null;
    Optional<String> mark =
        at == null ? Optional.empty() : Timestamps.parse(at).map(Timestamps::format);
    lines.name(DELETION_MARK);
    lines.text(mark);
  }
}
