package io.github.tapkustomer.sandbox.store;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a {@code queryContext} names: a kind of object, or the objects of one klass. */
public record Context(Kind kind, @Nullable Klass klass) {
  private static final String KLASS_PREFIX = "kobject_";

  public static Context of(Kind kind) {
    return new Context(kind, null);
  }

  public static Optional<Context> named(String name) {
    if (name.startsWith(KLASS_PREFIX)) {
      return Klass.named(name.substring(KLASS_PREFIX.length()))
          .map(klass -> new Context(Kind.KOBJECT, klass));
    }
    return Kind.named(name).map(Context::of);
  }

  /** The context with this name; the caller knows that it exists. */
  public static Context require(String name) {
    return named(name).orElseThrow(() -> new IllegalArgumentException("no context " + name));
  }

  public String apiName() {
    return klass == null ? kind.apiName : KLASS_PREFIX + klass.apiName();
  }

  boolean includes(Version version) {
    return klass == null || klass.equals(version.klass());
  }
}
