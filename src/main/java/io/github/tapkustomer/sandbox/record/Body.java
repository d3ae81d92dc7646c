package io.github.tapkustomer.sandbox.record;

import io.github.tapkustomer.sandbox.json.JsonOut;
import java.util.function.BiConsumer;

/** Writes the inside of one kind of record. */
@FunctionalInterface
public interface Body {

  void attributes(JsonOut out, Subject it);

  /** The relationships besides {@code org}, which every record has. */
  default void relationships(Relations relations, Subject it) {
    relations.madeBy();
  }

  static Body of(Body attributes, BiConsumer<Relations, Subject> relationships) {
    return new Body() {
      @Override
      public void attributes(JsonOut out, Subject it) {
        attributes.attributes(out, it);
      }

      @Override
      public void relationships(Relations relations, Subject it) {
        relationships.accept(relations, it);
      }
    };
  }
}
