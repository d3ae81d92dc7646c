package io.github.tapkustomer.sandbox.misbehavior;

import io.github.tapkustomer.sandbox.store.Dice;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Lists in random order. */
final class Shuffled {
  private Shuffled() {}

  static <T> List<T> withoutOne(List<T> all, Dice dice) {
    List<T> shuffled = new ArrayList<>(all);
    for (int i = shuffled.size() - 1; i > 0; i--) {
      Collections.swap(shuffled, i, dice.below(i + 1));
    }
    return shuffled.subList(Math.min(1, shuffled.size()), shuffled.size());
  }
}
