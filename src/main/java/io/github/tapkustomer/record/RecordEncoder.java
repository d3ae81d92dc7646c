package io.github.tapkustomer.record;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.SerializedString;
import io.github.tapkustomer.Timestamps;
import java.io.IOException;
import java.util.Optional;

/**
 * Encodes JSON:API objects as flat records, in one pass. After each record it tells the object's
 * id, time and deletion. Not thread-safe.
 */
final class RecordEncoder {
  private static final SerializedString DELETION_MARK = new SerializedString(RecordPlan.DELETED_AT);

  private final RecordPlan plan;
  private final RecordColumns columns;
  private final JsonParser parser;
  private final JsonGenerator out;
  private final ValueWriter values;

  private final String parent;
  private String id;
  private String time;
  private String deletedAt;
  private String openUntil;
  private boolean deleted;

  /**
   * An encoder of one page.
   *
   * @param parent the id that {@code parentColumn} holds in each record, null for none
   */
  RecordEncoder(RecordPlan plan, JsonParser parser, JsonGenerator out, String parent) {
    this.plan = plan;
    this.parent = plan.namesParent() ? parent : null;
    this.columns = plan.columns();
    this.parser = parser;
    this.out = out;
    this.values = new ValueWriter(plan, parser, out);
  }

  /** Encodes the object that the parser stands at the start of, up to its end. */
  void encode() throws IOException {
    id = null;
    time = null;
    deletedAt = null;
    openUntil = null;
    deleted = false;
    out.writeStartObject();
    if (parent != null) {
      out.writeStringField(plan.definition().parentColumn().orElseThrow(), parent);
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
    if (plan.marksDeleted()) {
      writeDeletionMark();
    }
    out.writeEndObject();
  }

  /** The last object's id, null where it had none. */
  String id() {
    return id;
  }

  /** The time that the stream is replicated by, as it came; null where there was none. */
  String time() {
    return time;
  }

  /** When the last object came to its end; null where it is still going on. */
  String openUntil() {
    return openUntil;
  }

  boolean isDeleted() {
    return deleted || deletedAt != null;
  }

  private void attributes(JsonToken token) throws IOException {
    if (token != JsonToken.START_OBJECT) {
      parser.skipChildren();
      return;
    }
    for (String name; (name = parser.nextFieldName()) != null; ) {
      member(columns.attributes.get(name, parser.nextToken()));
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
    if (column.selected()) {
      out.writeFieldName(column.name());
      values.write(column);
    } else {
      column.leftOut().increment();
      parser.skipChildren();
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

  /** Null again once an object is restored, so that targets which copy the mark follow. */
  private void writeDeletionMark() throws IOException {
    String at = deletedAt != null ? deletedAt : deleted ? time : null;
    Optional<String> mark =
        at == null ? Optional.empty() : Timestamps.parse(at).map(Timestamps::format);
    out.writeFieldName(DELETION_MARK);
    if (mark.isPresent()) {
      out.writeString(mark.get());
    } else {
      out.writeNull();
    }
  }
}
