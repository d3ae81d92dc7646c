package io.github.tapkustomer.read;

import io.github.tapkustomer.TimeRange;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Steps through a range as a run does, one step after the other. */
final class ReadThrough {
  private final List<Step> steps = new ArrayList<>();
  private final List<TimeRange> read = new ArrayList<>();

  /** All steps, in order. */
  List<Step> steps() {
    return steps;
  }

  /** What each step has read, where it has read anything. */
  List<TimeRange> read() {
    return read;
  }

  List<Gap> gaps() {
    return steps.stream().flatMap(step -> step.gaps().stream()).toList();
  }

  void read(WindowReader reader, TimeRange range) {
    Deque<Part> parts = new ArrayDeque<>();
    parts.add(new Part(range, new SeenRecords(new RangeCount(range))));
    while (!parts.isEmpty()) {
      Part part = parts.pop();
      Step step = reader.step(part.range, part.seen);
      steps.add(step);
      TimeRange.of(part.range.from(), step.readTo()).ifPresent(read::add);
      part.seen.keepFrom(step.readTo());
      Optional<TimeRange> rest = TimeRange.of(step.readTo(), part.range.to());
      step.splitAt()
          .ifPresent(
              at ->
                  parts.push(new Part(new TimeRange(at, part.range.to()), part.seen.splitAt(at))));
      rest.flatMap(left -> step.splitAt().map(left::before).orElse(Optional.of(left)))
          .ifPresent(left -> parts.push(new Part(left, part.seen)));
    }
  }

  private record Part(TimeRange range, SeenRecords seen) {}
}
