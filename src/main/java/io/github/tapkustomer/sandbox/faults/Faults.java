package io.github.tapkustomer.sandbox.faults;

import io.github.tapkustomer.sandbox.store.Dice;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Which requests fail, and how: as a test says, otherwise at random. Thread-safe. */
public final class Faults {
  private record Scripted(Predicate<String> target, Deque<Fault> faults) {}

  private final List<Scripted> scripted = new ArrayList<>();
  private final double rate;
  private final Dice dice;
  private Duration hang = Duration.ofSeconds(60);

  public Faults(double rate, long seed) {
    this.rate = rate;
    this.dice = new Dice(seed);
  }

  /** The next requests fail like this, one after another. */
  public void next(Fault... faults) {
    nextFor(target -> true, faults);
  }

  /** The next requests whose path and query match fail like this. */
  public synchronized void nextFor(Predicate<String> target, Fault... faults) {
    scripted.add(new Scripted(target, new ArrayDeque<>(Arrays.asList(faults))));
  }

  /**
   * How long {@link Fault#HANG} and similar faults stay silent, in real time; a minute unless set.
   */
  public synchronized void hangFor(Duration duration) {
    hang = duration;
  }

  /** Forgets the scripted faults still to come. */
  public synchronized void clear() {
    scripted.clear();
  }

  /** How many scripted faults are still to come. */
  public synchronized int pending() {
    return scripted.stream().mapToInt(script -> script.faults.size()).sum();
  }

  public synchronized Duration hang() {
    return hang;
  }

  /** The fault of this request; random faults never hang. */
  public synchronized Optional<Fault> take(String target, boolean search) {
    for (Iterator<Scripted> each = scripted.iterator(); each.hasNext(); ) {
      Scripted script = each.next();
      if (script.target.test(target)) {
        Optional<Fault> fault = Optional.ofNullable(script.faults.poll());
        if (script.faults.isEmpty()) {
          each.remove();
        }
        if (fault.isPresent()) {
          return fault;
        }
      }
    }
    if (rate == 0 || dice.below(1_000_000) >= rate * 1_000_000) {
      return Optional.empty();
    }
    return Optional.of(dice.pick(Fault.values()))
        .filter(fault -> !fault.hangs() && fault.fits(search))
        .or(() -> Optional.of(Fault.BAD_GATEWAY));
  }
}
