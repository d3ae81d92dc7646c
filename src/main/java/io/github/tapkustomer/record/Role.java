package io.github.tapkustomer.record;

import io.github.tapkustomer.stream.Replication;

/** What the tap itself needs to know of a column. */
enum Role {
  NONE,
  ID,
  /** The time that the stream is replicated by. */
  TIME,
  DELETED,
  DELETED_AT,
  /** Null while the record is still open. */
  OPEN_UNTIL;

  static Role ofAttribute(String source, Replication replication) {
    if (source.equals(replication.attribute())) {
      return TIME;
    }
    if (replication.openUntil().filter(source::equals).isPresent()) {
      return OPEN_UNTIL;
    }
    return switch (source) {
      case "deleted" -> DELETED;
      case "deletedAt" -> DELETED_AT;
      default -> NONE;
    };
  }
}
