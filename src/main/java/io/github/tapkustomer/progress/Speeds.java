package io.github.tapkustomer.progress;

import io.github.tapkustomer.stats.StreamProgress;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The recent speed of a sync, from the snapshots noted. */
final class Speeds {
  private static final Duration OF_LATE = Duration.ofSeconds(10);
  private static final double TOO_EARLY = 0.01;

  private final Deque<SyncSnapshot> snapshots = new ArrayDeque<>();
  private @Nullable SyncSnapshot first;

  void note(SyncSnapshot snapshot) {
    if (first == null) {
      first = snapshot;
    }
    snapshots.addLast(snapshot);
    while (snapshots.size() > 2 && isOld(snapshots.getFirst(), snapshot)) {
      snapshots.removeFirst();
    }
  }

  /** Records per second. */
  double overall() {
    return perSecond(snapshots.getLast().records() - snapshots.getFirst().records());
  }

  /** Records per second of one stream. */
  double of(StreamProgress stream) {
    return perSecond(stream.records() - find(snapshots.getFirst(), stream).records());
  }

  /** The time that is left at the average pace so far; empty while it is too early to say. */
  Optional<Duration> left(StreamProgress stream) {
    SyncSnapshot start = first;
    if (start == null || stream.shareDone().isEmpty()) {
      return Optional.empty();
    }
    double before = find(start, stream).shareDone().orElse(0);
    double done = stream.shareDone().getAsDouble() - before;
    if (done < TOO_EARLY) {
      return Optional.empty();
    }
    Duration passed = Duration.between(start.at(), snapshots.getLast().at());
    double share = (1 - stream.shareDone().getAsDouble()) / done;
    return Optional.of(Duration.ofMillis((long) (passed.toMillis() * share)));
  }

  private double perSecond(long records) {
    long millis = Duration.between(snapshots.getFirst().at(), snapshots.getLast().at()).toMillis();
    return millis == 0 ? 0 : records * 1000.0 / millis;
  }

  private static boolean isOld(SyncSnapshot then, SyncSnapshot now) {
    return Duration.between(then.at(), now.at()).compareTo(OF_LATE) > 0;
  }

  private static StreamProgress find(SyncSnapshot snapshot, StreamProgress stream) {
    return snapshot.streams().stream()
        .filter(other -> other.stream().equals(stream.stream()))
        .findFirst()
        .orElse(stream);
  }
}
