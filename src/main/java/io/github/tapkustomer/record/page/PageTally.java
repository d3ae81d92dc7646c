package io.github.tapkustomer.record.page;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Builds a {@link PageSummary} while a page is read. */
public final class PageTally {
  private int records;
  private int keyless;
  private int timeless;
  private @Nullable Instant first;
  private @Nullable Instant last;
  private @Nullable Instant previous;
  private int lastTies;
  private boolean sorted = true;
  private OptionalLong total = OptionalLong.empty();
  private Optional<Boolean> more = Optional.empty();
  private boolean timedOut;
  private int listed = -1;

  public void record(@Nullable String id, Optional<Instant> updatedAt) {
    records++;
    keyless += id == null ? 1 : 0;
    if (updatedAt.isEmpty()) {
      timeless++;
      return;
    }
    Instant at = updatedAt.get();
    first = first == null || at.isBefore(first) ? at : first;
    sorted &= previous == null || !at.isBefore(previous);
    previous = at;
    if (last == null || at.isAfter(last)) {
      last = at;
      lastTies = 0;
    }
    lastTies += at.equals(last) ? 1 : 0;
  }

  /** Counts a member of {@code data} that is no object. */
  public void noRecord() {
    records++;
    keyless++;
    timeless++;
  }

  /** Counts the members of {@code data} if the records are elsewhere in the answer. */
  public void listed(JsonParser parser, JsonToken token) throws IOException {
    listed = 0;
    if (token == JsonToken.START_ARRAY) {
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        listed++;
        parser.skipChildren();
      }
    } else {
      parser.skipChildren();
    }
  }

  public void meta(JsonParser parser, JsonToken token) throws IOException {
    if (token != JsonToken.START_OBJECT) {
      parser.skipChildren();
      return;
    }
    for (String name; (name = parser.nextFieldName()) != null; ) {
      JsonToken value = parser.nextToken();
      if (name.equals("total") && value.isScalarValue()) {
        long count = parser.getValueAsLong(-1);
        total = count < 0 ? OptionalLong.empty() : OptionalLong.of(count);
      } else if (name.equals("timed_out")) {
        timedOut = value == JsonToken.VALUE_TRUE;
      }
      parser.skipChildren();
    }
  }

  public void links(JsonParser parser, JsonToken token) throws IOException {
    if (token != JsonToken.START_OBJECT) {
      parser.skipChildren();
      return;
    }
    for (String name; (name = parser.nextFieldName()) != null; ) {
      JsonToken value = parser.nextToken();
      if (name.equals("next")) {
        more = Optional.of(value == JsonToken.VALUE_STRING && !parser.getText().isEmpty());
      }
      parser.skipChildren();
    }
    if (more.isEmpty()) {
      more = Optional.of(false);
    }
  }

  public PageSummary summary() {
    return new PageSummary(
        listed < 0 ? records : listed,
        keyless,
        timeless,
        Optional.ofNullable(first),
        Optional.ofNullable(last),
        lastTies,
        sorted,
        listed < 0 ? total : OptionalLong.empty(),
        more,
        timedOut);
  }
}
