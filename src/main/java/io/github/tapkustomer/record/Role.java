package io.github.tapkustomer.record;

/** What the tap itself needs to know of a column. */
enum Role {
  NONE,
  ID,
  UPDATED_AT,
  DELETED,
  DELETED_AT;

  static Role ofAttribute(String source) {
    return switch (source) {
      case "updatedAt" -> UPDATED_AT;
      case "deleted" -> DELETED;
      case "deletedAt" -> DELETED_AT;
      default -> NONE;
    };
  }
}
