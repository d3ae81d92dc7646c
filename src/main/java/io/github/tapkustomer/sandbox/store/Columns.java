package io.github.tapkustomer.sandbox.store;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The newest version of each object, by ordinal, in 21 bytes, so that a million take little memory.
 */
final class Columns {
  private static final int DELETED = 1;
  private static final int PURGED = 2;
  private static final int NO_KLASS = 0x3f;

  private long[] createdAt = new long[64];
  private long[] updatedAt = new long[64];
  private int[] revision = new int[64];
  private byte[] flags = new byte[64];
  private final Map<Integer, Version.Given> given = new HashMap<>();
  private int size;

  int size() {
    return size;
  }

  /** The newest version, or null once it is purged. */
  @Nullable Version get(int ordinal) {
    if (ordinal < 0 || ordinal >= size || (flags[ordinal] & PURGED) != 0) {
      return null;
    }
    int klass = flags[ordinal] >> 2 & NO_KLASS;
    return new Version(
        ordinal,
        createdAt[ordinal],
        updatedAt[ordinal],
        revision[ordinal],
        (flags[ordinal] & DELETED) != 0,
        klass == NO_KLASS ? null : Klass.at(klass),
        given.isEmpty() ? null : given.get(ordinal));
  }

  void set(Version version) {
    int at = version.ordinal();
    while (at >= createdAt.length) {
      grow();
    }
    createdAt[at] = version.createdAt();
    updatedAt[at] = version.updatedAt();
    revision[at] = version.revision();
    int klass = version.klass() == null ? NO_KLASS : version.klass().ordinal();
    flags[at] = (byte) (klass << 2 | (version.deleted() ? DELETED : 0));
    if (version.given() != null) {
      given.put(at, version.given());
    }
    size = Math.max(size, at + 1);
  }

  void purge(int ordinal) {
    flags[ordinal] |= PURGED;
    given.remove(ordinal);
  }

  private void grow() {
    int length = createdAt.length * 2;
    createdAt = Arrays.copyOf(createdAt, length);
    updatedAt = Arrays.copyOf(updatedAt, length);
    revision = Arrays.copyOf(revision, length);
    flags = Arrays.copyOf(flags, length);
  }
}
