package io.github.tapkustomer.read.object;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapkustomer.TimeRange;
import io.github.tapkustomer.read.Step;
import io.github.tapkustomer.read.WindowReader;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class NarrowedReaderTest {
  private static final Instant START = Instant.parse("2026-11-01T00:00:00Z");

  private final List<String> asked = new ArrayList<>();

  /** Reads a second of what has records at all times, or all of what has none. */
  private WindowReader reader(String name, boolean hasRecords) {
    return (rest, seen) -> {
      asked.add(name + " from " + rest.from().getEpochSecond() % 60);
      Instant to = hasRecords ? rest.from().plusSeconds(1) : rest.to();
      return new Step(
          to,
          hasRecords ? Optional.of(to) : Optional.empty(),
          OptionalLong.empty(),
          Optional.empty(),
          OptionalLong.empty(),
          Duration.ZERO,
          Optional.empty(),
          List.of());
    };
  }

  @Test
  void staysWithWhatSucceeded() {
    NarrowedReader reader =
        new NarrowedReader(
            "conversation_times",
            "conversation_time_created_at",
            reader("narrowed", false),
            reader("all", true),
            START.plusSeconds(100));
    TimeRange range = new TimeRange(START, START.plusSeconds(3));
    for (Optional<TimeRange> rest = Optional.of(range); rest.isPresent(); ) {
      Step step = reader.step(rest.get(), (id, at) -> true);
      rest = rest.get().since(step.readTo());
    }

    assertThat(asked).containsExactly("narrowed from 0", "all from 0", "all from 1", "all from 2");
  }
}
