package io.github.tapkustomer.record;

import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;
import org.jspecify.annotations.Nullable;

/**
 * A member of an object as the API names it, its column, and the member that followed it last time.
 */
final class Field {
  private final SerializableString source;
  private final Column column;
  private volatile @Nullable Field follower;

  Field(String source, Column column) {
    this.source = new SerializedString(source);
    this.column = column;
  }

  SerializableString source() {
    return source;
  }

  Column column() {
    return column;
  }

  /** Null if nothing has followed yet. */
  @Nullable Field follower() {
    return follower;
  }

  void setFollower(Field follower) {
    this.follower = follower;
  }
}
