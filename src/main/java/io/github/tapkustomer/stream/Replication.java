package io.github.tapkustomer.stream;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How a stream is replicated. */
public enum Replication {
  /** What changed since the last run. */
  UPDATED_AT("updated_at", "updatedAt"),
  /** The same, plus what is still open: work sessions until their user signs out. */
  UPDATED_OR_OPEN("updated_at", "updatedAt"),
  /** What was created since the last run; it never changes. */
  CREATED_AT("created_at", "createdAt"),
  /** What belongs to objects that changed since the last run. */
  PARENT("updated_at", "updatedAt"),
  /** All of it, in each run. */
  FULL_TABLE(null, "updatedAt");

  private final @Nullable String bookmark;
  private final String attribute;

  Replication(@Nullable String bookmark, String attribute) {
    this.bookmark = bookmark;
    this.attribute = attribute;
  }

  /** The name of the bookmark in the state; absent where there is none. */
  public Optional<String> bookmark() {
    return Optional.ofNullable(bookmark);
  }

  /** The column with a record's own time; empty if the stream is not replicated by that. */
  public Optional<String> key() {
    return this == PARENT ? Optional.empty() : bookmark();
  }

  /** The attribute that is null while a record is still open; empty if none ever is. */
  public Optional<String> openUntil() {
    return this == UPDATED_OR_OPEN ? Optional.of("signedOutAt") : Optional.empty();
  }

  /** The attribute that holds a record's time. */
  public String attribute() {
    return attribute;
  }
}
