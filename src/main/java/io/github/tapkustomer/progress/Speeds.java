package io.github.tapkustomer.progress;

import io.github.tapkustomer.stats.StreamProgress;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** How fast a sync was of late, out of the moments noted. */
final class Speeds {
  private static final Duration OF_LATE = Duration.ofSeconds(10);
  private static final double TOO_EARLY = 0.01;

  private final Deque<Moment> moments = new ArrayDeque<>();
  private Moment first;

  void note(Moment moment) {
    if (first == null) {
      first = moment;
    }
    moments.addLast(moment);
    while (moments.size() > 2 && isOld(moments.getFirst(), moment)) {
      moments.removeFirst();
    }
  }

  /** Records a second. */
  double overall() {
    return perSecond(moments.getLast().records() - moments.getFirst().records());
  }

  /** Records a second of one stream. */
  double of(StreamProgress stream) {
    return perSecond(stream.records() - find(moments.getFirst(), stream).records());
  }

  /** The time that is left at the pace since the beginning; empty while that says little. */
  Optional<Duration> left(StreamProgress stream) {
    double before = find(first, stream).shareDone().orElse(0);
    double done = stream.shareDone().orElse(0) - before;
    if (stream.shareDone().isEmpty() || done < TOO_EARLY) {
      return Optional.empty();
    }
    Duration passed = Duration.between(first.at(), moments.getLast().at());
    double share = (1 - stream.shareDone().getAsDouble()) / done;
    return Optional.of(Duration.ofMillis((long) (passed.toMillis() * share)));
  }

  private double perSecond(long records) {
    long millis = Duration.between(moments.getFirst().at(), moments.getLast().at()).toMillis();
    return millis == 0 ? 0 : records * 1000.0 / millis;
  }

  private static boolean isOld(Moment then, Moment now) {
    return Duration.between(then.at(), now.at()).compareTo(OF_LATE) > 0;
  }

  private static StreamProgress find(Moment moment, StreamProgress stream) {
    return moment.streams().stream()
        .filter(other -> other.stream().equals(stream.stream()))
        .findFirst()
        .orElse(stream);
  }
}
