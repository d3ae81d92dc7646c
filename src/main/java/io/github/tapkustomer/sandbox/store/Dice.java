package io.github.tapkustomer.sandbox.store;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Random numbers that only depend on a seed. */
public final class Dice {
  private long state;

  public Dice(long seed) {
    this.state = mix(seed);
  }

  public static Dice of(long seed, Kind kind, int ordinal, int revision) {
    return new Dice(seed ^ (long) kind.ordinal() << 56 ^ (long) revision << 32 ^ ordinal);
  }

  /** SplitMix64's finalizer. */
  public static long mix(long value) {
    long z = value + 0x9e3779b97f4a7c15L;
    z = (z ^ z >>> 30) * 0xbf58476d1ce4e5b9L;
    z = (z ^ z >>> 27) * 0x94d049bb133111ebL;
    return z ^ z >>> 31;
  }

  public int below(int bound) {
    state += 0x9e3779b97f4a7c15L;
    return (int) ((mix(state) >>> 33) % bound);
  }

  public int between(int low, int high) {
    return low + below(high - low + 1);
  }

  public boolean oneIn(int n) {
    return below(n) == 0;
  }

  public <T> T pick(List<T> choices) {
    return choices.get(below(choices.size()));
  }

  @SafeVarargs
  public final <T> T pick(T... choices) {
    return choices[below(choices.length)];
  }

  /** One of the choices, or null as often as each of them. */
  public @Nullable String maybe(String... choices) {
    int chosen = below(choices.length + 1);
    return chosen == 0 ? null : choices[chosen - 1];
  }
}
